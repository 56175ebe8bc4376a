import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import {
  CirculationDto,
  ExtensionDto,
  CommentDto,
  DispositionDto,
  OutcomeDto,
  CorrectedOutcomeDto,
  RecordCorrectionDto,
  PresentationDto,
} from './agenda-circulation.dto.ts';

@ApiTags('agendas')
@Controller('api/v1/agendas')
export class AgendaCirculationController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':agendaId/circulations')
  @CommandOperation('Circulates the latest published version to the Members of the day, both languages at once (BR-18).')
  circulateAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: CirculationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'circulateAgenda', { ...body, agendaId });
  }

  @Post(':agendaId/circulations/:circulationId/supplement')
  @CommandOperation('Tells Members that acceded since a circulation; the frozen list stays as it was (BR-18).')
  supplementAgendaCirculation(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('circulationId') circulationId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'supplementAgendaCirculation', { agendaId, circulationId });
  }

  @Post(':agendaId/circulations/:circulationId/extend')
  @CommandOperation('Gives Members more time for comments.')
  extendAgendaCommentPeriod(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('circulationId') circulationId: string,
    @Body() body: ExtensionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'extendAgendaCommentPeriod', { ...body, agendaId, circulationId });
  }

  @Post(':agendaId/comments')
  @CommandOperation('Comments on an item or slot of the circulated draft; observers are heard apart (BR-20).')
  commentOnAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Body() body: CommentDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'commentOnAgenda', { ...body, agendaId });
  }

  @Post(':agendaId/comments/:commentId/withdraw')
  @CommandOperation('Takes an own comment back.')
  withdrawAgendaComment(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('commentId') commentId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'withdrawAgendaComment', { agendaId, commentId });
  }

  @Post(':agendaId/comments/:commentId/cosign')
  @CommandOperation('Stands behind the comment of another Member.')
  cosignAgendaComment(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('commentId') commentId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'cosignAgendaComment', { agendaId, commentId });
  }

  @Post(':agendaId/comments/:commentId/dispose')
  @CommandOperation('Answers a comment, with a reason (BR-19).')
  disposeAgendaComment(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('commentId') commentId: string,
    @Body() body: DispositionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'disposeAgendaComment', { ...body, agendaId, commentId });
  }

  @Post(':agendaId/items/:itemId/outcome')
  @CommandOperation('Records what the body did with an item (row C13).')
  recordAgendaOutcome(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: OutcomeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'recordAgendaOutcome', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/outcome/correct')
  @CommandOperation('Records a new revision of an outcome; the first stays in the record.')
  correctAgendaOutcome(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: CorrectedOutcomeDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'correctAgendaOutcome', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/corrections')
  @CommandOperation('A Member says what the record should say.')
  fileAgendaCorrection(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: RecordCorrectionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'fileAgendaCorrection', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/items/:itemId/presentations')
  @CommandOperation('Keeps the hash of what was shown with an item.')
  attachAgendaPresentation(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
    @Param('itemId') itemId: string,
    @Body() body: PresentationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'attachAgendaPresentation', { ...body, agendaId, itemId });
  }

  @Post(':agendaId/close')
  @CommandOperation('Closes the agenda: every item has its outcome or goes to a later session.')
  closeAgenda(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('agendaId') agendaId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeAgenda', { agendaId });
  }
}
