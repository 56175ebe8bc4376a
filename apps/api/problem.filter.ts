import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppendTooLarge, ConflictError, Disposed, EventStoreError, EventTooLarge } from '../../libs/event-store/src/index.ts';
import { PasswordsBusy, SessionsUnavailable } from '../../libs/identity/src/index.ts';
import { ReadModelNotBuilt } from '../../libs/application/src/index.ts';
import type { Rejection } from '../../libs/domain/src/index.ts';
import { Refusal, sendProblem } from './problem.ts';

/** Draws the page that a reader, not a program, is shown when something of ours is broken. */
export type DrawFailure = (request: FastifyRequest) => { readonly html: string; readonly headers: Readonly<Record<string, string>> };

interface Told {
  readonly rejection: Rejection;
  readonly headers: Readonly<Record<string, string>>;
  /** Something of ours is broken: worth a line in the log. */
  readonly isFault: boolean;
}

const fastifyCodes: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'body.unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'json.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body.length_mismatch',
  // The other side went away in the middle of its body; nobody reads this answer, and nothing of ours is broken.
  ECONNRESET: 'body.length_mismatch',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

const fromStore = (error: EventStoreError): Told => {
  if (error instanceof ConflictError) return { rejection: { code: 'revision.conflict' }, headers: {}, isFault: false };
  if (error instanceof EventTooLarge || error instanceof AppendTooLarge)
    return { rejection: { code: 'body.too_large' }, headers: {}, isFault: false };
  // Away for now, or closing: worth another try. Anything else is a fault of ours.
  const isAway = error.retryable || error instanceof Disposed;
  return isAway
    ? { rejection: { code: 'store.unavailable' }, headers: { 'retry-after': '5' }, isFault: true }
    : { rejection: { code: 'internal' }, headers: {}, isFault: true };
};

const statusCodes: Readonly<Record<number, string>> = {
  404: 'route.not_found',
  405: 'route.not_found',
  413: 'body.too_large',
  415: 'body.unsupported_media_type',
  400: 'input.invalid',
};

const tell = (error: unknown): Told => {
  if (error instanceof Refusal) return { rejection: error.rejection, headers: error.headers, isFault: false };
  if (error instanceof EventStoreError) return fromStore(error);
  if (error instanceof ReadModelNotBuilt)
    return { rejection: { code: 'projection.building' }, headers: { 'retry-after': '5' }, isFault: true };
  if (error instanceof PasswordsBusy) return { rejection: { code: 'entrance.busy' }, headers: { 'retry-after': '5' }, isFault: false };
  if (error instanceof SessionsUnavailable)
    return { rejection: { code: 'entrance.unavailable' }, headers: { 'retry-after': '5' }, isFault: true };
  const known = fastifyCodes[codeOf(error)];
  if (known !== undefined) return { rejection: { code: known }, headers: {}, isFault: false };
  const status = error instanceof HttpException ? error.getStatus() : 500;
  const code = statusCodes[status];
  return code === undefined
    ? { rejection: { code: 'internal' }, headers: {}, isFault: true }
    : { rejection: { code }, headers: {}, isFault: false };
};

const isForReader = ({ url, headers }: FastifyRequest): boolean => !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

/** Tells every refusal and failure as a problem; internals stay in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Logger;
  readonly #drawFailure: DrawFailure | null;

  constructor(log: Logger, drawFailure: DrawFailure | null) {
    this.#log = log;
    this.#drawFailure = drawFailure;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { rejection, headers, isFault } = tell(error);
    if (isFault) this.#log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'request failed');
    if (isFault && this.#drawFailure !== null && isForReader(request)) {
      const { html, headers: own } = this.#drawFailure(request);
      void reply
        .code(503)
        .headers({ 'retry-after': '5', ...own })
        .send(html);
      return;
    }
    sendProblem(request, reply, rejection, headers);
  }
}
