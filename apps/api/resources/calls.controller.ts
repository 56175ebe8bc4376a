import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { ExtendCallDto, ScheduleCallDto } from './meetings.dto.ts';

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

  @Post(':callId/extend')
  @CommandOperation('Moves a deadline forward, with a reason that stays visible.')
  extend(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('callId') callId: string,
    @Body() body: ExtendCallDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'extendCall', { callId, ...body });
  }

  @Post(':callId/close-for-new')
  @CommandOperation('Puts on record that the deadline for new contributions passed.')
  closeForNew(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('callId') callId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeCallForNew', { callId });
  }

  @Post(':callId/close-for-edits')
  @CommandOperation('Puts on record that the deadline for changes passed.')
  closeForEdits(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('callId') callId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeCallForEdits', { callId });
  }

  @Post(':callId/close')
  @CommandOperation('Closes the call for good.')
  close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('callId') callId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'closeCall', { callId });
  }
}
