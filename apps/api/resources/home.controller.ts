import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseAsOf, type DelegateHome, type QueryArgs } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';

/** A ledger size, or an instant with its offset. @throws Refusal for anything else */
const sinceOf = (text: string | undefined): QueryArgs<'delegateHome'>['since'] => {
  if (text === undefined) return null;
  const read = parseAsOf(text);
  if (read?.kind === 'size') return { size: read.n };
  if (read?.kind === 'instant') return { instant: read.at };
  throw new Refusal({ code: 'query.bad_value', parameter: 'since' });
};

@ApiTags('home')
@Controller('api/v1/home')
export class HomeController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('What the caller’s Member is asked and by when, where its contributions stand, and what has changed.')
  @ApiBearerAuth()
  @ApiQuery({ name: 'since', required: false, description: 'Ledger size or instant of the last look.' })
  read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DelegateHome> {
    const { since } = parameters(request, ['since']);
    return this.#gateway.one(request, reply, 'delegateHome', { since: sinceOf(since) });
  }
}
