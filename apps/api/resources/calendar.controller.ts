import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { parameters } from '../headers.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';
import { asDate } from './brand.ts';
import { ClosingDayDto } from './calendar.dto.ts';

@ApiTags('calendar')
@Controller('api/v1/calendar')
export class CalendarController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Holidays and closing days of the Secretariat in a year.')
  @ApiQuery({ name: 'year', description: '2015' })
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'daysOff'>> {
    const { year = '' } = parameters(request, ['year']);
    if (!/^(19|20|21)\d{2}$/.test(year)) throw new Refusal({ code: 'query.bad_value', parameter: 'year' });
    return this.#gateway.query(request, reply, 'daysOff', { year: Number(year) });
  }

  @Post('closing-days')
  @CommandOperation('Declares a day ahead on which the Secretariat is closed; working days counted from now on skip it.')
  close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { date, note }: ClosingDayDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeCalendarDay', { date: asDate(date), note });
  }

  @Post('closing-days/reopen')
  @CommandOperation('The Secretariat works on that day after all.')
  reopen(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { date, note }: ClosingDayDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'reopenCalendarDay', { date: asDate(date), note });
  }
}
