import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { CarryOverDto, ConclusionDto, ConsolidationDto, GuidanceReportDto, PartialClosureDto, ReasonedDto } from './guidance.dto.ts';

@ApiTags('guidance requests')
@Controller('api/v1/guidance-requests')
export class GuidanceConcludingController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':guidanceId/consolidations')
  @CommandOperation('Summarises what was received; a new edition each time.')
  summarise(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: ConsolidationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'draftGuidanceConsolidation', { guidanceId, ...body });
  }

  @Post(':guidanceId/reports')
  @CommandOperation('Reports to a session, with a confirmed document.')
  report(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: GuidanceReportDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reportGuidanceRequest', { guidanceId, ...body });
  }

  @Post(':guidanceId/conclusions')
  @CommandOperation('The Chair concludes at a session.')
  conclude(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: ConclusionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'concludeGuidanceRequest', { guidanceId, ...body });
  }

  @Post(':guidanceId/partial-closures')
  @CommandOperation('Closes a request for some of its contributions.')
  partiallyClose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: PartialClosureDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'partiallyCloseGuidanceRequest', { guidanceId, ...body });
  }

  @Post(':guidanceId/close')
  @CommandOperation('Closes a request once every result has gone back to its Member.')
  close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: ReasonedDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeGuidanceRequest', { guidanceId, ...body });
  }

  @Post(':guidanceId/closure-confirmations')
  @CommandOperation('An addressee confirms that the matter is settled for it.')
  confirm(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'confirmGuidanceClosure', { guidanceId });
  }

  @Post(':guidanceId/carry-over')
  @CommandOperation('Carries a request over to a later session, where it goes on in the same words.')
  carryOver(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('guidanceId') guidanceId: string,
    @Body() body: CarryOverDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'carryOverGuidanceRequest', { guidanceId, ...body });
  }
}
