import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { PlanSessionDto, toPlan } from './planning.dto.ts';

@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Sessions by date.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'sessions'>> {
    return this.#gateway.query(request, reply, 'sessions', {});
  }

  @Get(':sessionId')
  @QueryOperation('One session and where it stands.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
  ): Promise<NonNullable<QueryAnswer<'session'>>> {
    return this.#gateway.one(request, reply, 'session', { sessionId });
  }

  @Post()
  @CommandOperation('Plans a session: one meeting, two consecutive numbers.')
  plan(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PlanSessionDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'planSession', toPlan(body));
  }

  @Post(':sessionId/convene')
  @CommandOperation('Gives notice of a session.')
  convene(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'conveneSession', { sessionId });
  }

  @Post(':sessionId/open')
  @CommandOperation('Opens a session, not before its first day.')
  open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'openSession', { sessionId });
  }
}
