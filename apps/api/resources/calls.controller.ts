import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { ScheduleCallDto } from './meetings.dto.ts';

@ApiTags('calls')
@Controller('api/v1/calls')
export class CallsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Calls for contributions, the one that closes first leading.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'calls'>> {
    return this.#gateway.query(request, reply, 'calls', {});
  }

  @Post()
  @CommandOperation('Schedules a window for input.')
  schedule(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: ScheduleCallDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'scheduleCall', body);
  }

  @Post(':callId/open')
  @CommandOperation('Opens the window, addressed to the Members of that day.')
  open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('callId') callId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'openCall', { callId });
  }
}
