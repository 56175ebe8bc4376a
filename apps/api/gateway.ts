import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  Dispatcher,
  ENVIRONMENT,
  receiveUpload,
  recordRead,
  resolveAsOf,
  viewerOf,
  type Caller,
  type CommandAnswer,
  type CommandContext,
  type CommandInput,
  type CommandName,
  type CommandOutcome,
  type Environment,
  type QueryAnswer,
  type QueryArgs,
  type QueryName,
  type SignedIn,
} from '../../libs/application/src/index.ts';
import type { CalendarLinkScope } from '../../libs/domain/src/index.ts';
import { authenticate, holderOfCalendarLink } from '../../libs/identity/src/index.ts';
import { browserSession } from './browser-session.ts';
import { asOfParameter, bearerToken, idempotencyKey, ifMatchRevision, isDryRun, minPosition, noToken } from './headers.ts';
import { limitCaller } from './hardening/request-limits.ts';
import { Metrics } from './metrics.ts';
import { commandOf, refuseRole } from './policies/command-guard.ts';
import { Refusal } from './problem.ts';
import { withUpload, type Upload } from './uploads.ts';

/** What a command is answered with. */
export type CommandReply =
  CommandAnswer | { readonly dryRun: true; readonly events: readonly { readonly type: string; readonly data: object }[] };

const isNotAvailable = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'code' in answer && answer.code === 'asof.not_available';

/** Plain data without classes and without fields that were left out; bytes stay as they are. */
const toPlain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const said = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(said.map(([key, member]) => [key, toPlain(member)]));
};

/** The one door between HTTP and the application: who calls, under which key, having seen what; and how the answer is told. */
@Injectable()
export class Gateway {
  readonly #env: Environment;
  readonly #dispatcher: Dispatcher;
  readonly #metrics: Metrics;
  readonly #callers = new WeakMap<FastifyRequest, Promise<Caller | null>>();

  constructor(
    @Inject(ENVIRONMENT) env: Environment,
    @Inject(CommandBus) commandBus: CommandBus,
    @Inject(QueryBus) queryBus: QueryBus,
    @Inject(Metrics) metrics: Metrics,
  ) {
    this.#env = env;
    this.#dispatcher = new Dispatcher(env, commandBus, queryBus);
    this.#metrics = metrics;
  }

  /** Who calls, looked up once for a request. @throws Refusal when the token or the session is unknown or no longer good */
  #caller(request: FastifyRequest): Promise<Caller | null> {
    const known = this.#callers.get(request) ?? this.#lookUp(request);
    this.#callers.set(request, known);
    return known;
  }

  async #lookUp(request: FastifyRequest): Promise<Caller | null> {
    const token = bearerToken(request);
    const caller = token === null ? ((await browserSession(this.#env, request))?.caller ?? null) : await this.#bearer(token);
    // Whoever asks for more than he may is not heard.
    if (caller !== null) await limitCaller(this.#env, caller);
    return caller;
  }

  async #bearer(token: string): Promise<Caller> {
    const found = await authenticate(this.#env.store, token, this.#env.clock.now());
    if ('code' in found) throw new Refusal({ code: found.code }, { 'www-authenticate': 'Bearer error="invalid_token"' });
    return found;
  }

  /** Who asks; null for somebody who names no right. @throws Refusal when a token or a session is no longer good */
  whoAsks(request: FastifyRequest): Promise<Caller | null> {
    return this.#caller(request);
  }

  /** Takes a request for one of whoever made a link to a calendar; answers what the link shows. @throws Refusal when nobody holds it */
  async enterByLink(request: FastifyRequest, link: string): Promise<CalendarLinkScope> {
    const found = await holderOfCalendarLink(this.#env.store, link, this.#env.clock.now());
    if (found === null) throw new Refusal({ code: 'object.not_found' });
    await limitCaller(this.#env, found.holder);
    this.#callers.set(request, Promise.resolve(found.holder));
    return found.scope;
  }

  /** Lets a request go on only if its caller's role may give the command of its route at all. @throws Refusal */
  async guard(request: FastifyRequest): Promise<void> {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    if (commandOf(route) === undefined) return;
    const caller = await this.#caller(request);
    if (caller === null) throw noToken();
    await refuseRole(this.#env, route, caller);
  }

  async #context(request: FastifyRequest): Promise<CommandContext> {
    const caller = await this.#caller(request);
    if (caller === null) throw noToken();
    if (caller.readsOnly === true) throw new Refusal({ code: 'token.reads_only' });
    return {
      caller,
      idempotencyKey: idempotencyKey(request),
      dryRun: isDryRun(request),
      ifMatch: ifMatchRevision(request),
      correlationId: randomUUID(),
    };
  }

  /** Who is signed in with the browser that asks. @throws Refusal when nobody is */
  async session(request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
    const found = await browserSession(this.#env, request);
    if (found === null) throw new Refusal({ code: 'session.ended' });
    void reply.header('cache-control', 'no-store');
    return found;
  }

  /** Reads a form with one file from a caller that is known, and lets some work give a command with it. @throws Refusal */
  async upload<T>(request: FastifyRequest, work: (upload: Upload) => Promise<T>): Promise<T> {
    // Whoever may not write is told so before a byte of his file is written anywhere.
    await this.#context(request);
    const stage = async (bytes: AsyncIterable<Uint8Array>): Promise<{ readonly stagedId: string }> => {
      const staged = await receiveUpload(this.#env, bytes);
      if ('code' in staged) throw new Refusal({ ...staged });
      return staged;
    };
    return withUpload(request, { stage, forget: this.#env.blobs.discard }, work);
  }

  /** Gives a command and tells its outcome: 201 when something was recorded now, 200 otherwise. @throws Refusal */
  async command<N extends CommandName>(
    request: FastifyRequest,
    reply: FastifyReply,
    name: N,
    input: CommandInput<N>,
  ): Promise<CommandReply> {
    // Checked fields come as instances of their classes; from here on data is plain.
    const outcome = await this.#dispatcher.command(name, toPlain(input) as CommandInput<N>, await this.#context(request));
    this.#metrics.countCommand(name, outcome.kind === 'refused' ? outcome.rejection.code : outcome.kind);
    void reply.header('cache-control', 'no-store');
    return this.#told(outcome, reply);
  }

  #told(outcome: CommandOutcome, reply: FastifyReply): CommandReply {
    if (outcome.kind === 'refused') throw new Refusal({ ...outcome.rejection });
    if (outcome.kind === 'wouldRecord') {
      void reply.code(200);
      return { dryRun: true, events: outcome.events };
    }
    const { answer, replayed } = outcome;
    void reply.code(replayed || answer.events.length === 0 ? 200 : 201).header('etag', `"${answer.revision}"`);
    if (replayed) void reply.header('idempotent-replayed', 'true');
    if (answer.position !== null) void reply.header('x-position', answer.position);
    return answer;
  }

  /** Asks a question with the caller's eyes, after waiting for the position that the caller has written to. */
  async query<N extends QueryName>(request: FastifyRequest, reply: FastifyReply, name: N, args: QueryArgs<N>): Promise<QueryAnswer<N>> {
    const caller = await this.#caller(request);
    const position = minPosition(request);
    const isLate = position !== null && (await this.#env.projections.waitForPosition(position)) === 'late';
    if (caller !== null) void reply.header('cache-control', 'no-store');
    const standing = this.#env.projections.standing();
    void reply.header('x-ledger-size', String(standing.n)).header('vary', 'authorization, cookie');
    const asOf = await this.#asOf(request, reply);
    recordRead(this.#env, caller, `${request.method} ${request.url}`);
    const answer = await this.#dispatcher.query(name, args, viewerOf(caller), asOf);
    if (isLate || (asOf === null && this.#isStale(answer))) void reply.header('x-stale', 'true');
    if (asOf !== null && isNotAvailable(answer)) throw new Refusal({ code: 'asof.not_available' });
    return answer;
  }

  /** Whether some of what is shown stands still: a whole read model, or rows that follow from a stream that is spoken of. */
  #isStale(answer: unknown): boolean {
    const { stopped, parked } = this.#env.projections.standing();
    if (stopped.length > 0 || (this.#env.versions?.outdated().length ?? 0) > 0) return true;
    if (parked.length === 0) return false;
    const text = JSON.stringify(answer);
    return parked.some(({ key }) => text.includes(key.slice(key.indexOf('-') + 1)));
  }

  /** @throws Refusal when the state that is asked about cannot be shown */
  async #asOf(request: FastifyRequest, reply: FastifyReply): Promise<number | null> {
    const asked = asOfParameter(request);
    if (asked === null) return null;
    const found = await resolveAsOf(this.#env, asked);
    if ('rejection' in found)
      throw new Refusal({ ...found.rejection }, found.rejection.code === 'asof.not_ready' ? { 'retry-after': '1' } : {});
    void reply.header('x-as-of', String(found.n));
    return found.n;
  }

  /** Like `query`, for one object: a missing one, or one the caller may not know of, is the same 404. */
  async one<N extends QueryName>(
    request: FastifyRequest,
    reply: FastifyReply,
    name: N,
    args: QueryArgs<N>,
  ): Promise<NonNullable<QueryAnswer<N>>> {
    const answer = await this.query(request, reply, name, args);
    if (answer === null) throw new Refusal({ code: 'object.not_found' });
    // A revision of the past is no precondition for a command.
    const isPresent = asOfParameter(request) === null;
    if (isPresent && typeof answer === 'object' && 'revision' in answer && typeof answer.revision === 'string')
      void reply.header('etag', `"${answer.revision}"`);
    return answer;
  }
}
