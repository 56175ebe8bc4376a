import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { asMember } from './brand.ts';
import {
  ClosurePolicyDto,
  EnquiryAnswerDto,
  EnquiryDto,
  LinkResponseDto,
  NilReturnDto,
  ReasonedDto,
  ScopeDto,
  SupersedeGuidanceDto,
  policyOf,
  scopeOf,
} from './guidance.dto.ts';

@ApiTags('guidance requests')
@Controller('api/v1/guidance-requests')
export class GuidanceAskingController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':guidanceId/address')
  @CommandOperation('Puts a request to all Members of the day, to a region, or to those named.')
  address(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: ScopeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'addressGuidanceRequest', { guidanceId, scope: scopeOf(body) });
  }

  @Post(':guidanceId/closure-policy')
  @CommandOperation('Says what must have come in before a request may be closed.')
  setPolicy(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: ClosurePolicyDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'setGuidanceClosurePolicy', { guidanceId, policy: policyOf(body) });
  }

  @Post('responses')
  @CommandOperation('Links a contribution to the request that it answers.')
  link(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: LinkResponseDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'linkGuidanceResponse', body);
  }

  @Post(':guidanceId/nil-returns')
  @CommandOperation('Records that a Member has nothing to report.')
  nilReturn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: NilReturnDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordGuidanceNilReturn', {
      guidanceId,
      member: body.member === null ? null : asMember(body.member),
    });
  }

  @Post(':guidanceId/lapse')
  @CommandOperation('Lets a request lapse, with a reason.')
  lapse(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: ReasonedDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'lapseGuidanceRequest', { guidanceId, ...body });
  }

  @Post(':guidanceId/supersede')
  @CommandOperation('Another request takes the place of this one.')
  supersede(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: SupersedeGuidanceDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'supersedeGuidanceRequest', { guidanceId, ...body });
  }

  @Post(':guidanceId/reopen')
  @CommandOperation('Opens a request again that was closed or lapsed.')
  reopen(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: ReasonedDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reopenGuidanceRequest', { guidanceId, ...body });
  }

  @Post(':guidanceId/enquiries')
  @CommandOperation('Asks how a request stands at which nothing has moved for months.')
  enquire(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: EnquiryDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'openGuidanceStatusEnquiry', { guidanceId, ...body });
  }

  @Post(':guidanceId/enquiry-answers')
  @CommandOperation('An addressee says how the matter stands for it.')
  answer(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: EnquiryAnswerDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'answerGuidanceStatusEnquiry', { guidanceId, ...body });
  }
}
