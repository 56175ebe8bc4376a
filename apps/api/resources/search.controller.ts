import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { searchKinds, type SearchAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, pageLimit, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';

const known = ['q', 'kind', 'language', 'limit', 'cursor'] as const;
const languages = ['en', 'fr'] as const;

@ApiTags('search')
@Controller('api/v1/search')
export class SearchController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Finds by words, whatever their inflection, case and accents, in English and French, only what the caller may know of.')
  @ApiQuery({ name: 'q', required: true, description: 'Words, "words in a row", begin*, -without; at most 400 characters.' })
  @ApiQuery({ name: 'kind', required: false, enum: searchKinds })
  @ApiQuery({ name: 'language', required: false, enum: languages, description: 'Texts of this language only.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless told.' })
  @ApiQuery({ name: 'cursor', required: false })
  async search(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SearchAnswer> {
    const { q, kind, language, limit, cursor } = parameters(request, known);
    if (q === undefined || q.trim() === '') throw new Refusal({ code: 'query.bad_value', parameter: 'q' });
    const wanted = oneOf('kind', kind, searchKinds);
    const answer = await this.#gateway.query(request, reply, 'search', {
      words: q.normalize('NFC'),
      kinds: wanted === undefined ? searchKinds : [wanted],
      language: oneOf('language', language, languages) ?? null,
      limit: pageLimit(limit),
      cursor: cursor ?? null,
    });
    if ('code' in answer) throw new Refusal({ code: answer.code });
    return answer;
  }
}
