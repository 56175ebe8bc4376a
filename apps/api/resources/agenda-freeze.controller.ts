import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import {
  AgendaReasonDto,
  LateTopicDto,
  LateRulingDto,
  FreezeDateDto,
  ParityWaiverDto,
  DueDto,
  EmbargoDto,
  RestoreDto,
} from './agenda-building.dto.ts';

@ApiTags('agendas')
@Controller('api/v1/agendas')
export class AgendaFreezeController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':agendaId/late-topics')
  @CommandOperation('Puts a late topic before the Chair.')
  listLateAgendaTopic(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: LateTopicDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'listLateAgendaTopic', { ...body, agendaId });
  }

  @Post(':agendaId/late-topics/:topicId/ruling')
  @CommandOperation('The Chair rules whether a late topic comes on the agenda (BR-12).')
  ruleOnLateAgendaTopic(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('topicId') topicId: string,
    @Body() body: LateRulingDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'ruleOnLateAgendaTopic', { ...body, agendaId, topicId });
  }

  @Post(':agendaId/freeze-date')
  @CommandOperation('Sets when the agenda is frozen, counted back from the first day of the meeting.')
  scheduleAgendaFreeze(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: FreezeDateDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'scheduleAgendaFreeze', { ...body, agendaId });
  }

  @Post(':agendaId/freeze')
  @CommandOperation('Freezes the agenda; what comes later needs the Chair. A timer freezes it only when its date has come.')
  freezeAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'freezeAgenda', { agendaId });
  }

  @Post(':agendaId/unfreeze')
  @CommandOperation('Opens a frozen agenda for changes again.')
  unfreezeAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: AgendaReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'unfreezeAgenda', { ...body, agendaId });
  }

  @Post(':agendaId/parity-waivers')
  @CommandOperation('A named officer answers for a text that is missing in one language (BR-16).')
  waiveAgendaParity(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: ParityWaiverDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'waiveAgendaParity', { ...body, agendaId });
  }

  @Post(':agendaId/publication-date')
  @CommandOperation('Sets when the approved version goes out by itself.')
  scheduleAgendaPublication(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: DueDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'scheduleAgendaPublication', { ...body, agendaId });
  }

  @Post(':agendaId/publication-date/remove')
  @CommandOperation('Takes the date of publication back.')
  unscheduleAgendaPublication(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: AgendaReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'unscheduleAgendaPublication', { ...body, agendaId });
  }

  @Post(':agendaId/embargo')
  @CommandOperation('Holds the waiting version back until a moment.')
  embargoAgendaVersion(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: EmbargoDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'embargoAgendaVersion', { ...body, agendaId });
  }

  @Post(':agendaId/embargo/lift')
  @CommandOperation('Lets a version out before its embargo ends.')
  liftAgendaEmbargo(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: AgendaReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'liftAgendaEmbargo', { ...body, agendaId });
  }

  @Post(':agendaId/restore')
  @CommandOperation('Makes the working agenda again what a published version showed.')
  restoreAgendaVersion(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: RestoreDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'restoreAgendaVersion', { ...body, agendaId });
  }

  @Post(':agendaId/adopt')
  @CommandOperation('Records that the body adopted its agenda, or that the Secretariat approved that of a conference (BR-21).')
  adoptAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'adoptAgenda', { agendaId });
  }
}
