import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import {
  Dispatcher,
  ENVIRONMENT,
  parseAsOf,
  problemTexts,
  resolveAsOf,
  viewerOf,
  type AsOfRejection,
  type Caller,
  type Environment,
  type QueryAnswer,
  type QueryArgs,
  type QueryName,
} from '../../libs/application/src/index.ts';
import type { Rejection } from '../../libs/domain/src/index.ts';
import type { Display, PageFrame } from './components/layout.tsx';
import { bindFrench, type Language } from './format.ts';
import { NotFoundPage, NotShownPage, UnavailablePage } from './pages/failure.page.tsx';
import { styleSheet } from './style-sheet.ts';
import { whoIs } from './visitor.ts';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const displays: readonly Display[] = ['system', 'light', 'dark'];

const displayFrom = (text: string | undefined): Display | null => displays.find((display) => display === text) ?? null;

const cookieDisplay = (request: FastifyRequest): Display | null =>
  displayFrom(/(?:^|;\s*)display=(\w+)/.exec(request.headers.cookie ?? '')?.[1]);

/** Language of an address: of its prefix; on `/` of what the browser asks for. */
export const languageFrom = (request: FastifyRequest): Language => {
  const prefix = /^\/(en|fr)(?:\/|\?|$)/.exec(request.url)?.[1];
  if (prefix !== undefined) return prefix === 'fr' ? 'fr' : 'en';
  const wanted = /\b(en|fr)\b/.exec((request.headers['accept-language'] ?? '').toLowerCase())?.[1];
  return wanted === 'fr' ? 'fr' : 'en';
};

const isAtEntrance = ({ url }: FastifyRequest): boolean => /^\/(?:en|fr)\/(?:sign-in|join|set-up|account)(?:[/?]|$)/.test(url);

/** The page for a reader whose request failed through no fault of theirs; drawn without asking anything. */
export const drawUnavailable = (request: FastifyRequest): { readonly html: string; readonly headers: Readonly<Record<string, string>> } => {
  const language = languageFrom(request);
  return {
    html: `<!doctype html>${renderToString(UnavailablePage({ language, styleSheet: `/assets/${styleSheet.name}` }))}`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  };
};

/** Asks one question about the state that a page shows. */
export type Ask = <N extends QueryName>(name: N, args: QueryArgs<N>) => Promise<QueryAnswer<N>>;

/** What a refusal says to a reader; its status is the answer's. */
export const tellRefusal = ({ language }: Pick<PageFrame, 'language'>, { code, ...facts }: Rejection, reply: FastifyReply): string => {
  const { status, ...texts } = problemTexts[code] ?? { status: 400, en: code, fr: code };
  void reply.code(status);
  if ('seconds' in facts) void reply.header('retry-after', String(facts.seconds));
  const told = texts[language].replace(/\{(\w+)\}/g, (_match, name: string) => String(Reflect.get(facts, name) ?? ''));
  return language === 'fr' ? bindFrench(told) : told;
};

const refusalPage = (frame: PageFrame, rejection: AsOfRejection, reply: FastifyReply): JSX.Element =>
  NotShownPage({ frame, reason: tellRefusal(frame, rejection, reply) });

/** Draws pages for readers: questions through the application, HTML out. */
@Injectable()
export class Pages {
  readonly #env: Environment;
  readonly #dispatcher: Dispatcher;

  constructor(@Inject(ENVIRONMENT) env: Environment, @Inject(CommandBus) commandBus: CommandBus, @Inject(QueryBus) queryBus: QueryBus) {
    this.#env = env;
    this.#dispatcher = new Dispatcher(env, commandBus, queryBus);
  }

  /** Asks with the eyes of who is signed in, about the present or a past state. */
  #askAt(asOf: number | null, caller: Caller | null): Ask {
    return (name, args) => this.#dispatcher.query(name, args, viewerOf(caller), asOf);
  }

  async #frame(request: FastifyRequest, asOf: number | null, caller: Caller | null): Promise<PageFrame> {
    const ask = this.#askAt(asOf, caller);
    const [standing, head] = await Promise.all([ask('recordStanding', {}), ask('masthead', {})]);
    const path = (request.url.split('?')[0] ?? '/').replace(/^\/(?:en|fr)(?=\/|$)/, '');
    const language = languageFrom(request);
    return {
      language,
      path: path === '' ? '/' : path,
      display: cookieDisplay(request) ?? 'system',
      standing,
      asOf,
      body: head.session === null ? null : `${head.session.bodyName[language]} · ${head.session.label[language]}`,
      styleSheet: `/assets/${styleSheet.name}`,
      agendaId: head.agendaId,
      who: caller === null ? null : { role: caller.role, member: caller.member },
      canSignIn: this.#env.entrance !== undefined,
    };
  }

  /** Keeps the reader's choice of display and leads back to the page; true when that was asked. */
  #keepDisplay(request: FastifyRequest, reply: FastifyReply): boolean {
    const { display, asOf } = request.query as Readonly<Record<string, unknown>>;
    const chosen = displayFrom(typeof display === 'string' ? display : undefined);
    if (chosen === null) return false;
    const past = typeof asOf === 'string' ? `?${new URLSearchParams({ asOf }).toString()}` : '';
    void reply.code(303).headers({
      location: `${request.url.split('?')[0] ?? '/'}${past}`,
      'set-cookie': `display=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`,
    });
    return true;
  }

  /** Ledger size of the past state that the address asks for, null for the present; or why it cannot be shown. */
  async #asOf(request: FastifyRequest): Promise<{ readonly n: number | null } | { readonly rejection: AsOfRejection }> {
    const asked = (request.query as Readonly<Record<string, unknown>>)['asOf'];
    if (asked === undefined) return { n: null };
    const parsed = typeof asked === 'string' ? parseAsOf(asked) : null;
    return parsed === null ? { rejection: { code: 'asof.malformed' } } : resolveAsOf(this.#env, parsed);
  }

  /** Draws one page; null content is a page that says so, with status 404. `ask` asks about the state that the page shows. */
  async draw(
    request: FastifyRequest,
    reply: FastifyReply,
    content: (frame: PageFrame, ask: Ask) => Promise<JSX.Element | null>,
  ): Promise<string> {
    if (this.#keepDisplay(request, reply)) return '';
    const found = await this.#asOf(request);
    const asOf = 'n' in found ? found.n : null;
    const caller = (await whoIs(this.#env, request))?.caller ?? null;
    const frame = await this.#frame(request, asOf, caller);
    const page = 'rejection' in found ? refusalPage(frame, found.rejection, reply) : await content(frame, this.#askAt(asOf, caller));
    if (page === null) void reply.code(404);
    void reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': frame.language,
      'content-security-policy': policy,
      // What somebody sees who is signed in, or is about to, is kept nowhere.
      'cache-control': caller === null && !isAtEntrance(request) ? 'no-cache' : 'no-store',
      vary: 'accept-language, cookie',
    });
    return `<!doctype html>${renderToString(page ?? NotFoundPage({ frame }))}`;
  }
}
