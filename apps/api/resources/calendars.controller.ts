import { applyDecorators, Body, Controller, Get, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toIcs, type CalendarScope, type QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { oneOf, parameters } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { CalendarLinkDto } from './calendar.dto.ts';

const CalendarOperation = (summary: string): MethodDecorator =>
  applyDecorators(
    QueryOperation(summary),
    ApiProduces('text/calendar'),
    ApiQuery({ name: 'language', required: false, enum: ['en', 'fr'], description: 'English unless told.' }),
  );

@ApiTags('calendars')
@Controller('api/v1/calendars')
export class CalendarsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  async #calendar(request: FastifyRequest, reply: FastifyReply, scope: CalendarScope): Promise<StreamableFile> {
    const { language } = parameters(request, ['language']);
    const person = (await this.#gateway.whoAsks(request))?.accreditationId ?? null;
    const calendar = await this.#gateway.one(request, reply, 'calendarOut', {
      scope,
      language: oneOf('language', language, ['en', 'fr'] as const) ?? 'en',
      person,
    });
    void reply.header('x-content-type-options', 'nosniff');
    const disposition = `inline; filename="${scope}.ics"`;
    return new StreamableFile(Buffer.from(toIcs(calendar), 'utf8'), { type: 'text/calendar; charset=utf-8', disposition });
  }

  @Get('public')
  @CalendarOperation('Meetings, published programmes and deadlines of calls, as iCalendar (row E8).')
  everybody(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#calendar(request, reply, 'public');
  }

  @Get('member')
  @CalendarOperation('What everybody is told, and by when the caller’s Member is asked for something.')
  member(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#calendar(request, reply, 'member');
  }

  @Get('mine')
  @CalendarOperation('Meetings and deadlines of the caller; of programmes where he speaks or moderates.')
  mine(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.#calendar(request, reply, 'mine');
  }

  @Get('by-link/:link')
  @CalendarOperation('The calendar that a link shows, for programs that subscribe to it; nothing else is to be had with a link.')
  async byLink(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('link') link: string,
  ): Promise<StreamableFile> {
    return this.#calendar(request, reply, await this.#gateway.enterByLink(request, link));
  }

  @Get('links')
  @QueryOperation('Links that the caller has made and not taken back; their secrets are not kept.')
  async links(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'calendarLinks'>> {
    const person = (await this.#gateway.whoAsks(request))?.accreditationId ?? null;
    return this.#gateway.query(request, reply, 'calendarLinks', { person });
  }

  @Post('links')
  @CommandOperation('Makes a link by which a calendar of the caller is subscribed to; what it ends with is shown this once.')
  issue(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { scope }: CalendarLinkDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'issueCalendarLink', { scope });
  }

  @Post('links/:credentialId/revoke')
  @CommandOperation('Makes a link worthless at once.')
  revoke(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('credentialId') credentialId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'revokeCalendarLink', { credentialId });
  }
}
