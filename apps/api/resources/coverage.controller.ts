import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CoverageView } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';

@ApiTags('contributions')
@Controller('api/v1/coverage')
export class CoverageController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('What a call brought: priorities by region and by community, landlocked share, what is missing; each cell with its list.')
  @ApiQuery({ name: 'callId', required: false, description: 'The call that closes last unless told.' })
  read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<CoverageView> {
    const { callId } = parameters(request, ['callId']);
    return this.#gateway.one(request, reply, 'coverage', { callId: callId ?? null });
  }
}
