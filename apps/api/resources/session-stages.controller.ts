import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { AgendaReasonDto } from './agenda-building.dto.ts';
import { OfAgendaDto, ReportDto, ByDocumentDto } from './meeting-stages.dto.ts';

@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionStagesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':sessionId/suspend')
  @CommandOperation('Suspends an open session.')
  suspendSession(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
    @Body() body: AgendaReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'suspendSession', { ...body, sessionId });
  }

  @Post(':sessionId/resume')
  @CommandOperation('Goes on with a suspended session.')
  resumeSession(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'resumeSession', { sessionId });
  }

  @Post(':sessionId/begin-closing')
  @CommandOperation('First step of closing: every item has an outcome or goes to a later session.')
  beginSessionClosing(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
    @Body() body: OfAgendaDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'beginSessionClosing', { ...body, sessionId });
  }

  @Post(':sessionId/close')
  @CommandOperation('Second step: the agenda is closed, and with it what is carried over.')
  closeSession(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
    @Body() body: OfAgendaDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeSession', { ...body, sessionId });
  }

  @Post(':sessionId/report')
  @CommandOperation('Records that a session adopted its report.')
  adoptSessionReport(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
    @Body() body: ReportDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'adoptSessionReport', { ...body, sessionId });
  }

  @Post(':sessionId/cancel')
  @CommandOperation('Cancels a session that has not begun.')
  cancelSession(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
    @Body() body: AgendaReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'cancelSession', { ...body, sessionId });
  }

  @Post(':sessionId/by-document')
  @CommandOperation('Lets a session meet by document: every item of its agenda in a class with its own last moment for comments.')
  convertSessionToDocuments(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
    @Body() body: ByDocumentDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'convertSessionToDocuments', { ...body, sessionId });
  }
}
