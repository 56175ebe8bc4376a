import { createHash } from 'node:crypto';
import { applyDecorators, Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toAtom, type FeedName } from '../../../libs/application/src/index.ts';
import { Gateway } from '../gateway.ts';
import { oneOf, pageLimit, parameters } from '../headers.ts';
import { QueryOperation } from '../operations.ts';
import { Refusal } from '../problem.ts';

const FeedOperation = (summary: string): MethodDecorator =>
  applyDecorators(
    QueryOperation(summary),
    ApiProduces('application/atom+xml'),
    ApiQuery({ name: 'language', required: false, enum: ['en', 'fr'], description: 'English unless told.' }),
    ApiQuery({ name: 'before', required: false, description: 'Entries before this index in the ledger, as rel="next" names it.' }),
    ApiQuery({ name: 'limit', required: false, description: '1 to 200; 50 unless told.' }),
  );

const indexOf = (raw: string | undefined): number | null => {
  if (raw !== undefined && !/^\d{1,15}$/.test(raw)) throw new Refusal({ code: 'query.bad_value', parameter: 'before' });
  return raw === undefined ? null : Number(raw);
};

@ApiTags('feeds')
@Controller('api/v1/feeds')
export class FeedsController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  async #feed(request: FastifyRequest, reply: FastifyReply, name: FeedName): Promise<string> {
    const { language, before, limit } = parameters(request, ['language', 'before', 'limit']);
    const wish = {
      name,
      language: oneOf('language', language, ['en', 'fr'] as const) ?? 'en',
      before: indexOf(before),
      limit: pageLimit(limit),
    };
    const found = await this.#gateway.one(request, reply, 'feedOut', wish);
    const atom = toAtom({ ...found, links: this.#links(request, name, found.next) });
    const tag = `"${createHash('sha256').update(atom, 'utf8').digest('base64url')}"`;
    void reply.header('etag', tag).type('application/atom+xml; charset=utf-8').header('x-content-type-options', 'nosniff');
    if (request.headers['if-none-match'] !== tag) return atom;
    void reply.code(304);
    return '';
  }

  /** This page, the first and the next, each with what was asked of this one. */
  #links(request: FastifyRequest, name: FeedName, next: number | null) {
    const asked = request.query as Readonly<Record<string, string>>;
    const to = (more: Readonly<Record<string, string>>): string => {
      const query = new URLSearchParams(more).toString();
      return `/api/v1/feeds/${name}${query === '' ? '' : `?${query}`}`;
    };
    const { before: _before, ...first } = asked;
    return { self: to(asked), first: to(first), next: next === null ? null : to({ ...first, before: String(next) }) };
  }

  @Get('publications')
  @FeedOperation('What was published, as Atom: documents, agendas, calls, requests, practices, reports; for Members what went to them too.')
  publications(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#feed(request, reply, 'publications');
  }

  @Get('decisions')
  @FeedOperation('What was decided, as Atom; for a Member its own contributions’ decisions too, once they are released.')
  decisions(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#feed(request, reply, 'decisions');
  }
}
