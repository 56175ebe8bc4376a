import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway, type CommandReply } from '../gateway.ts';
import { CommandOperation, QueryOperation } from '../operations.ts';
import { ErasureReasonDto, RequestErasureDto } from './erasures.dto.ts';

@ApiTags('erasures')
@Controller('api/v1/erasures')
export class ErasuresController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('What was asked to be erased, and what became of it; for the Secretariat.')
  list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<QueryAnswer<'erasures'>> {
    return this.#gateway.query(request, reply, 'erasures', {});
  }

  @Get(':erasureId')
  @QueryOperation('One erasure, with the events that are without their content since, by the hashes that the ledger holds.')
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('erasureId') erasureId: string,
  ): Promise<NonNullable<QueryAnswer<'erasure'>>> {
    return this.#gateway.one(request, reply, 'erasure', { erasureId });
  }

  @Post()
  @CommandOperation('Asks for a person, or the wording and files of a contribution, to be erased; a second person decides.')
  ask(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { object, id, basis, reason }: RequestErasureDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'requestErasure', { subject: { object, id }, basis, reason });
  }

  @Post(':erasureId/refuse')
  @CommandOperation('Refuses the erasure that somebody asked for.')
  refuse(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('erasureId') erasureId: string,
    @Body() body: ErasureReasonDto,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'refuseErasure', { ...body, erasureId });
  }

  @Post(':erasureId/approve')
  @CommandOperation('A second person of the data-protection role confirms: it is carried out, and cannot be taken back.')
  approve(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('erasureId') erasureId: string,
  ): Promise<CommandReply> {
    return this.#gateway.command(request, reply, 'approveErasure', { erasureId });
  }
}
