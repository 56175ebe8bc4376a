import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import {
  commands,
  Dispatcher,
  ENVIRONMENT,
  isSecure,
  mayGive,
  parseAsOf,
  recordRead,
  resolveAsOf,
  viewerOf,
  type AsOfRejection,
  type Caller,
  type Environment,
} from '../../libs/application/src/index.ts';
import type { Rejection } from '../../libs/domain/src/index.ts';
import { assetAddress, styleSheet } from './assets.ts';
import type { PageFrame } from './components/frame.ts';
import { NotFoundPage, NotForYouPage, NotShownPage, SessionEndedPage, UnavailablePage } from './components/failure.tsx';
import { fieldsOf, readFields, type FormShape } from './forms/read-fields.ts';
import type { FormProblem, RefusedForm } from './forms/form-state.ts';
import { tellNextPage } from './forms/told.ts';
import { frameOf, type Ask, type Content, type May } from './frame-of.ts';
import { carryOut, couldGive } from './carry-out.ts';
import type { Giving } from './giving.ts';
import type { PageEntry } from './page-routes.ts';
import { changesIn, retryAfter, statusOf, wordsOf } from './refusals.ts';
import { asked, displayFrom, isAtEntrance, languageFrom, pathOf } from './request.ts';
import { formRejection, readerOf } from './visitor.ts';

export type { Ask, Content, Could, May } from './frame-of.ts';
export { languageFrom } from './request.ts';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Drawn {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The page for a reader whose request failed through no fault of theirs; drawn without asking anything. */
export const drawUnavailable = (request: FastifyRequest): Drawn => {
  const language = languageFrom(request);
  return {
    html: `<!doctype html>${renderToString(UnavailablePage({ language, styleSheet: assetAddress(styleSheet) }))}`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  };
};

/** What a refusal says to a reader; its status is the answer's. */
export const tellRefusal = ({ language }: Pick<PageFrame, 'language'>, rejection: Rejection, reply: FastifyReply): string => {
  void reply.code(statusOf(rejection));
  const seconds = retryAfter(rejection);
  if (seconds !== null) void reply.header('retry-after', seconds);
  return wordsOf(rejection)[language];
};

type Found = { readonly n: number | null } | { readonly rejection: AsOfRejection };

/** Draws pages for readers, and gives the commands that their forms ask for. */
@Injectable()
export class Pages {
  readonly #env: Environment;
  readonly #dispatcher: Dispatcher;

  constructor(@Inject(ENVIRONMENT) env: Environment, @Inject(CommandBus) commandBus: CommandBus, @Inject(QueryBus) queryBus: QueryBus) {
    this.#env = env;
    this.#dispatcher = new Dispatcher(env, commandBus, queryBus);
  }

  #caller(request: FastifyRequest): Promise<Caller | null> {
    return readerOf(this.#env, request);
  }

  /** Asks with the eyes of who is signed in, about the present or a past state. */
  #askAt(asOf: number | null, caller: Caller | null): Ask {
    return (name, args) => this.#dispatcher.query(name, args, viewerOf(caller), asOf);
  }

  #may(caller: Caller | null): May {
    return async (name) => caller !== null && (await mayGive(this.#env, caller, commands[name].name)) === null;
  }

  /** Keeps the reader's choice of display and leads back to the page; true when that was asked. */
  #keepDisplay(request: FastifyRequest, reply: FastifyReply): boolean {
    const { display, ...others } = asked(request);
    const chosen = displayFrom(display);
    if (chosen === null) return false;
    const rest = Object.keys(others).length === 0 ? '' : `?${new URLSearchParams(others).toString()}`;
    void reply.code(303).headers({
      location: `${request.url.split('?')[0] ?? '/'}${rest}`,
      'set-cookie': `display=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`,
    });
    return true;
  }

  /** Ledger size of the past state that the address asks for, null for the present; or why it cannot be shown. */
  async #asOf(request: FastifyRequest): Promise<Found> {
    const wanted = (request.query as Readonly<Record<string, unknown>>)['asOf'];
    if (wanted === undefined) return { n: null };
    const parsed = typeof wanted === 'string' ? parseAsOf(wanted) : null;
    return parsed === null ? { rejection: { code: 'asof.malformed' } } : resolveAsOf(this.#env, parsed);
  }

  #send(request: FastifyRequest, reply: FastifyReply, frame: PageFrame, page: JSX.Element | null): string {
    if (page === null) void reply.code(404);
    void reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': frame.language,
      'content-security-policy': policy,
      // What somebody sees who is signed in, or is about to, is kept nowhere.
      'cache-control': frame.who === null && !isAtEntrance(request) ? 'no-cache' : 'no-store',
      vary: 'accept-language, cookie',
    });
    return `<!doctype html>${renderToString(page ?? NotFoundPage({ frame }))}`;
  }

  /** Draws one page; null content is a page that says so, with status 404. `ask` asks about the state that the page shows. */
  async draw(request: FastifyRequest, reply: FastifyReply, content: Content, refused: RefusedForm | null = null): Promise<string> {
    if (this.#keepDisplay(request, reply)) return '';
    const found = await this.#asOf(request);
    const asOf = 'n' in found ? found.n : null;
    const caller = await this.#caller(request);
    recordRead(this.#env, caller, `${request.method} ${request.url}`);
    const frame = await frameOf(this.#env, this.#askAt(asOf, caller), { request, reply, asOf, caller, refused });
    if ('rejection' in found)
      return this.#send(request, reply, frame, NotShownPage({ frame, reason: tellRefusal(frame, found.rejection, reply) }));
    if (refused !== null) void reply.code(refused.status);
    return this.#send(
      request,
      reply,
      frame,
      await content(frame, this.#askAt(asOf, caller), this.#may(caller), couldGive(this.#dispatcher, asOf === null ? caller : null)),
    );
  }

  /** Draws a page of the registry for those whom it is made for; everybody else is told, or let in first. */
  async show(
    entry: PageEntry,
    request: FastifyRequest,
    reply: FastifyReply,
    content: Content,
    refused: RefusedForm | null = null,
  ): Promise<string> {
    if (entry.hasPast === false && 'asOf' in asked(request))
      return this.draw(request, reply, (frame) =>
        Promise.resolve(NotShownPage({ frame, reason: tellRefusal(frame, { code: 'asof.not_available' }, reply) })),
      );
    const { roles } = entry;
    if (roles === 'everybody') return this.draw(request, reply, content, refused);
    const caller = await this.#caller(request);
    if (caller === null) return this.#leadTo(request, reply, `/sign-in?${new URLSearchParams({ to: request.url }).toString()}`);
    if (roles.includes(caller.role)) return this.draw(request, reply, content, refused);
    return this.draw(request, reply, (frame) => {
      void reply.code(403);
      return Promise.resolve(NotForYouPage({ frame }));
    });
  }

  /** Draws a part of a page that follows what is typed, for who has its form; nothing for everybody else. */
  async fragment(request: FastifyRequest, reply: FastifyReply, content: Content): Promise<string> {
    const caller = await this.#caller(request);
    const isOwn = caller !== null && formRejection(this.#env, request) === null;
    void reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'no-store' });
    if (!isOwn) return '';
    const frame = await frameOf(this.#env, this.#askAt(null, caller), { request, reply, asOf: null, caller, refused: null });
    const part = await content(frame, this.#askAt(null, caller), this.#may(caller), couldGive(this.#dispatcher, caller));
    return part === null ? '' : renderToString(part);
  }

  #leadTo(request: FastifyRequest, reply: FastifyReply, place: string): string {
    void reply.code(303).headers({ location: `/${languageFrom(request)}${place === '/' ? '' : place}`, 'cache-control': 'no-store' });
    return '';
  }

  /**
   * Gives the command that a form asks for: recorded, its sender is led on and told; refused, the page is drawn again with what was
   * typed, each problem at its field.
   */
  async give<S extends FormShape>(request: FastifyRequest, reply: FastifyReply, giving: Giving<S>): Promise<string> {
    const fields = fieldsOf(request);
    const again = (problems: readonly FormProblem[], status: number, rejection?: Rejection): Promise<string> =>
      this.show(giving.page, request, reply, giving.content, {
        of: fields['form'] ?? '',
        typed: fields,
        problems,
        changes: rejection === undefined ? [] : changesIn(rejection),
        status,
      });
    const refuse = (rejection: Rejection): Promise<string> => {
      const seconds = retryAfter(rejection);
      if (seconds !== null) void reply.header('retry-after', seconds);
      const field = giving.fieldOf?.[rejection.code] ?? null;
      return again([{ field, text: wordsOf(rejection) }], statusOf(rejection), rejection);
    };
    const caller = await this.#caller(request);
    if (caller === null)
      return this.draw(request, reply, (frame) => {
        void reply.code(401);
        return Promise.resolve(SessionEndedPage({ frame, typed: fields }));
      });
    const forged = formRejection(this.#env, request);
    if (forged !== null) return refuse(forged);
    const read = readFields(fields, giving.fields);
    if ('problems' in read) return again(read.problems, 422);
    const outcome = await carryOut(this.#env, this.#dispatcher, this.#askAt(null, caller), caller)(giving, read.values, fields);
    if (outcome.kind === 'refused') return refuse(outcome.rejection);
    if (outcome.kind === 'wouldRecord') return this.#leadTo(request, reply, pathOf(request));
    const { object, id, events } = outcome.answer;
    const { entrance } = this.#env;
    tellNextPage(reply, { object, id, types: events.map(({ type }) => type) }, entrance !== undefined && isSecure(entrance.address));
    return this.#leadTo(request, reply, giving.then(outcome.answer, read.values));
  }
}
