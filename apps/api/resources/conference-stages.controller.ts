import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation } from '../operations.ts';
import { asAccreditation, asDate } from './brand.ts';
import { AgendaReasonDto } from './agenda-building.dto.ts';
import { OfAgendaDto, ReportDto, DateRuleDto, PostponementDto, RegistrationDto, PersonDto } from './meeting-stages.dto.ts';

@ApiTags('conferences')
@Controller('api/v1/conferences')
export class ConferenceStagesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post(':conferenceId/date-rule')
  @CommandOperation('Says after which meeting a conference is held.')
  setConferenceDateRule(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
    @Body() body: DateRuleDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'setConferenceDateRule', {
      ...body,
      start: asDate(body.start),
      end: asDate(body.end),
      conferenceId,
    });
  }

  @Post(':conferenceId/programme')
  @CommandOperation('Opens the programme of a conference: its agenda is being built.')
  openConferenceProgramme(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
    @Body() body: OfAgendaDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'openConferenceProgramme', { ...body, conferenceId });
  }

  @Post(':conferenceId/programme/publish')
  @CommandOperation('Announces the latest published version of the agenda as the programme.')
  publishConferenceProgramme(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'publishConferenceProgramme', { conferenceId });
  }

  @Post(':conferenceId/open')
  @CommandOperation('Opens a conference, not before its first day in Brussels.')
  openConference(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'openConference', { conferenceId });
  }

  @Post(':conferenceId/close')
  @CommandOperation('Closes a conference whose agenda is closed.')
  closeConference(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeConference', { conferenceId });
  }

  @Post(':conferenceId/report')
  @CommandOperation('Files the report of a conference.')
  reportConference(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
    @Body() body: ReportDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reportConference', { ...body, conferenceId });
  }

  @Post(':conferenceId/postpone')
  @CommandOperation('Puts a conference off to a later month; its dates are fixed anew.')
  postponeConference(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
    @Body() body: PostponementDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'postponeConference', { ...body, conferenceId });
  }

  @Post(':conferenceId/cancel')
  @CommandOperation('Cancels a conference.')
  cancelConference(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
    @Body() body: AgendaReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'cancelConference', { ...body, conferenceId });
  }

  @Post(':conferenceId/registrations')
  @CommandOperation('Registers somebody for a conference: oneself, somebody of one’s own Member, or for the Secretariat anybody (row C18).')
  registerParticipant(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
    @Body() body: RegistrationDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'registerParticipant', { ...body, person: asAccreditation(body.person), conferenceId });
  }

  @Post(':conferenceId/registrations/withdraw')
  @CommandOperation('Takes a registration back.')
  withdrawRegistration(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
    @Body() body: PersonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'withdrawRegistration', { ...body, person: asAccreditation(body.person), conferenceId });
  }
}
