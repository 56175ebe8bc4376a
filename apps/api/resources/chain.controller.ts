import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { QueryOperation } from '../operations.ts';

@ApiTags('chain')
@Controller('api/v1/chain')
export class ChainController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get(':id')
  @QueryOperation('One object (guidance-…, topic-…, agendaItem-…, decision-…) with all it follows from and all that follows from it.')
  chain(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<NonNullable<QueryAnswer<'chain'>>> {
    return this.#gateway.one(request, reply, 'chain', { id });
  }

  @Get(':id/prov')
  @QueryOperation('The same as W3C PROV-JSON.')
  provenance(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<NonNullable<QueryAnswer<'provenance'>>> {
    return this.#gateway.one(request, reply, 'provenance', { id });
  }
}
