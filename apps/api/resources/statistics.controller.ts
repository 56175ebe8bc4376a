import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';

const kinds = ['practice', 'topic'] as const;

@ApiTags('triage')
@Controller('api/v1/statistics')
export class StatisticsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation(
    'How contributions were judged: by coded reason, and how long each step took by region and language; for the Secretariat.',
  )
  @ApiBearerAuth()
  @ApiQuery({ name: 'callId', required: false })
  @ApiQuery({ name: 'kind', required: false, enum: kinds })
  read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NonNullable<QueryAnswer<'triageStatistics'>>> {
    const { callId, kind } = parameters(request, ['callId', 'kind']);
    const ofKind = oneOf('kind', kind, kinds);
    return this.#gateway.one(request, reply, 'triageStatistics', {
      ...(callId === undefined ? {} : { callId }),
      ...(ofKind === undefined ? {} : { kind: ofKind }),
    });
  }
}
