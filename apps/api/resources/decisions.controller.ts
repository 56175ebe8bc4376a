import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import {
  AdoptDecisionDto,
  CirculateDecisionDto,
  DecisionWordsDto,
  DraftDecisionDto,
  EvidenceDto,
  ObjectionDto,
  PriorDecisionDto,
  ReasonedDto,
  SupersedeDecisionDto,
  TransmitDecisionDto,
} from './decisions.dto.ts';

@ApiTags('decisions')
@Controller('api/v1/decisions')
export class DecisionsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get('board')
  @QueryOperation('Decisions of the body; running silences first, the next deadline leading.')
  board(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'decisionBoard'>> {
    return this.#gateway.query(request, reply, 'decisionBoard', {});
  }

  @Get(':decisionId')
  @QueryOperation('One decision, with the hash of its words.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
  ): Promise<NonNullable<QueryAnswer<'decision'>>> {
    return this.#gateway.one(request, reply, 'decision', { decisionId });
  }

  @Post('')
  @CommandOperation('Drafts a decision of the body in both languages.')
  draft(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: DraftDecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'draftDecision', body);
  }

  @Post('prior')
  @CommandOperation('Records what the body decided earlier, quoted from the document that reports it.')
  prior(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PriorDecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordPriorDecision', body);
  }

  @Post(':decisionId/redraft')
  @CommandOperation('Changes the words; a new round begins.')
  redraft(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
    @Body() body: DecisionWordsDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'redraftDecision', { decisionId, ...body });
  }

  @Post(':decisionId/adopt')
  @CommandOperation('The Chair records that the body adopted the words.')
  adopt(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
    @Body() body: AdoptDecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'adoptDecision', { decisionId, ...body });
  }

  @Post(':decisionId/reject')
  @CommandOperation('The Chair records that the body did not adopt the words.')
  reject(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
    @Body() body: ReasonedDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'rejectDecision', { decisionId, ...body });
  }

  @Post(':decisionId/circulate')
  @CommandOperation('Circulates the words; silence until the deadline adopts them.')
  circulate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
    @Body() body: CirculateDecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'circulateDecision', { decisionId, ...body });
  }

  @Post(':decisionId/objections')
  @CommandOperation('A Member objects; one objection breaks the silence.')
  object(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
    @Body() body: ObjectionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'objectToDecision', { decisionId, ...body });
  }

  @Post(':decisionId/adopt-by-silence')
  @CommandOperation('Records that nobody objected until the deadline.')
  adoptBySilence(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'adoptDecisionBySilence', { decisionId });
  }

  @Post(':decisionId/transmit')
  @CommandOperation('Transmits what was forwarded to the body that it was forwarded to.')
  transmit(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
    @Body() body: TransmitDecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'transmitDecision', { decisionId, ...body });
  }

  @Post(':decisionId/implemented')
  @CommandOperation('Records that a decision was carried out.')
  implemented(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
    @Body() body: EvidenceDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordDecisionImplemented', { decisionId, ...body });
  }

  @Post(':decisionId/supersede')
  @CommandOperation('An adopted decision takes the place of this one.')
  supersede(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('decisionId') decisionId: string,
    @Body() body: SupersedeDecisionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'supersedeDecision', { decisionId, ...body });
  }
}
