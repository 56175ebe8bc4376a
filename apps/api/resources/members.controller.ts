import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { MemberDto, dateParameter, toRegistration } from './members.dto.ts';

@ApiTags('members')
@Controller('api/v1/members')
export class MembersController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Members on a date, today without one.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'members'>> {
    return this.#gateway.query(request, reply, 'members', { onDate: dateParameter(request) });
  }

  @Post()
  @CommandOperation('Puts a Member on the list.')
  register(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: MemberDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'registerMember', toRegistration(body));
  }
}
