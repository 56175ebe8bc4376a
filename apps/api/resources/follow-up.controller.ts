import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CompendiumFilter, QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { QueryOperation } from '../operations.ts';

const filterFields = ['instrument', 'theme', 'economicCommunity', 'level', 'member'] as const;

/** The fields of a filter that were asked for; an unknown level finds nothing. */
const filterOf = (asked: Readonly<Record<string, unknown>>): CompendiumFilter =>
  Object.fromEntries(filterFields.flatMap((field) => (typeof asked[field] === 'string' ? [[field, asked[field]]] : [])));

@ApiTags('follow-up')
@Controller('api/v1')
export class FollowUpController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get('sessions/:sessionId/follow-up')
  @QueryOperation(
    'What a session is told of the guidance asked for before it: counts, what reached the agenda, what did not and why, outcomes, actions.',
  )
  followUp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sessionId') sessionId: string,
  ): Promise<NonNullable<QueryAnswer<'followUp'>>> {
    return this.#gateway.one(request, reply, 'followUp', { sessionId });
  }

  @Get('compendium')
  @QueryOperation('National practices by instrument, theme, Regional Economic Community, level and Member.')
  @ApiQuery({ name: 'instrument', required: false })
  @ApiQuery({ name: 'theme', required: false })
  @ApiQuery({ name: 'economicCommunity', required: false })
  @ApiQuery({ name: 'level', required: false, enum: ['national', 'regional'] })
  @ApiQuery({ name: 'member', required: false })
  compendium(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() asked: Readonly<Record<string, unknown>>,
  ): Promise<QueryAnswer<'compendium'>> {
    return this.#gateway.query(request, reply, 'compendium', filterOf(asked));
  }
}
