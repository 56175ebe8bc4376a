import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DuplicateFilter, DuplicateSuggestion, Page, QueryAnswer } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, pageLimit, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';
import { WrittenDraftDto } from './text.dto.ts';

const known = ['languages', 'kind', 'contributionId', 'ruling', 'limit', 'cursor'] as const;
const languageRelations = ['same', 'across'] as const;
const kinds = ['practice', 'topic'] as const;
const rulings = ['confirmed', 'ruled_out'] as const;

/** Only what was asked for stands in the filter. */
const present = (filter: { readonly [K in keyof DuplicateFilter]: DuplicateFilter[K] | undefined }): DuplicateFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

@ApiTags('contributions')
@Controller('api/v1/duplicate-suggestions')
export class DuplicatesController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Get()
  @QueryOperation('Pairs of contributions that may say the same, the most alike first, with the words that both have; for the Secretariat.')
  @ApiBearerAuth()
  @ApiQuery({ name: 'languages', required: false, enum: languageRelations, description: 'Pairs of one language, or across both.' })
  @ApiQuery({ name: 'kind', required: false, enum: kinds })
  @ApiQuery({ name: 'contributionId', required: false })
  @ApiQuery({ name: 'ruling', required: false, enum: rulings, description: 'Pairs that were ruled on, instead of those still open.' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 200, 50 unless told.' })
  @ApiQuery({ name: 'cursor', required: false })
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Page<DuplicateSuggestion>> {
    const { languages, kind, contributionId, ruling, limit, cursor } = parameters(request, known);
    const filter = present({
      languages: oneOf('languages', languages, languageRelations),
      kind: oneOf('kind', kind, kinds),
      contributionId,
      ruling: oneOf('ruling', ruling, rulings),
    });
    const asked = { filter, limit: pageLimit(limit), cursor: cursor ?? null };
    const page = await this.#gateway.one(request, reply, 'duplicateSuggestions', asked);
    if ('code' in page) throw new Refusal({ code: page.code });
    return page;
  }

  @Post('lookup')
  @HttpCode(200)
  @QueryOperation('What may already say what is being written, as far as the caller may know of it. Records nothing and needs no key.')
  @ApiBearerAuth()
  lookup(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: WrittenDraftDto,
  ): Promise<QueryAnswer<'draftLikeness'>> {
    parameters(request, []);
    return this.#gateway.query(request, reply, 'draftLikeness', body);
  }
}
