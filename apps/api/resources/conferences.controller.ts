import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { AnnounceConferenceDto } from './planning.dto.ts';
import { ConferenceDatesDto } from './meetings.dto.ts';
import { datesOf } from './brand.ts';

@ApiTags('conferences')
@Controller('api/v1/conferences')
export class ConferencesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Conferences.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'conferences'>> {
    return this.#gateway.query(request, reply, 'conferences', {});
  }

  @Get('status')
  @QueryOperation('Where the conference stands, what is asked and until when.')
  status(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'conferenceStatus'>> {
    return this.#gateway.query(request, reply, 'conferenceStatus', {});
  }

  @Get(':conferenceId')
  @QueryOperation('One conference and where it stands.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
  ): Promise<NonNullable<QueryAnswer<'conference'>>> {
    return this.#gateway.one(request, reply, 'conference', { conferenceId });
  }

  @Get(':conferenceId/registrations')
  @QueryOperation('Who takes part and who would be told of a change (row C18); for a Member its own people.')
  registrations(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
  ): Promise<NonNullable<QueryAnswer<'registrations'>>> {
    return this.#gateway.one(request, reply, 'registrations', { conferenceId });
  }

  @Post()
  @CommandOperation('Announces a conference with the precision that is known.')
  announce(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: AnnounceConferenceDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'announceConference', body);
  }

  @Post(':conferenceId/dates')
  @CommandOperation('Turns the announced month into dates.')
  fixDates(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('conferenceId') conferenceId: string,
    @Body() body: ConferenceDatesDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'fixConferenceDates', { ...datesOf(body), conferenceId });
  }
}
