import { applyDecorators, Controller, Get, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toIcs, type CalendarScope } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';

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
}
