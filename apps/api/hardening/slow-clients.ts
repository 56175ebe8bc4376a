import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { tellUnreadable } from '../unroutable.ts';

/** What a server waits for, in milliseconds; checked once a second. */
export const patience = {
  /** From the first byte of a connection, or of its next request, to the end of the headers. */
  headersTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  /** Until a connection that asks for nothing more is closed. */
  keepAlive: 5_000,
  /** Until a connection on which nothing moves is cut, an answer that nobody reads among them. */
  silence: 60_000,
  /** 25 MB over a poor line take minutes. */
  upload: 300_000,
  /** Everything that is no file: JSON and forms. */
  body: 30_000,
  /** From then on a body has to come at a rate that any line has. */
  grace: 5_000,
  bytesPerSecond: 1_024,
} as const;

interface Watched {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly since: number;
  readonly bytesBefore: number;
}

const files = /^(?:multipart\/form-data|text\/markdown|text\/plain|application\/octet-stream)(?:;|$)/i;

const isTooSlow = ({ request, since, bytesBefore }: Watched, now: number): boolean => {
  const passed = now - since;
  const isFile = files.test(request.headers['content-type'] ?? '');
  if (passed >= (isFile ? patience.upload : patience.body)) return true;
  const came = request.socket.bytesRead - bytesBefore;
  return passed >= patience.grace && came < (passed / 1_000) * patience.bytesPerSecond;
};

const bringsBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Tells whoever still waits for an answer that it was too slow, and cuts the line. */
const cut = ({ request, response }: Watched): void => {
  const { socket } = request;
  if (!response.headersSent) tellUnreadable(Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  setTimeout(() => socket.destroy(), 200).unref();
};

/** Cuts connections whose body trickles in, or goes on after it was answered: Node itself would wait five minutes for each. */
export const cutSlowBodies = (server: FastifyInstance): void => {
  const watched = new Set<Watched>();
  const look = (): void => {
    const now = Date.now();
    for (const one of watched) {
      const isOver = one.request.complete || one.request.socket.destroyed;
      if (!isOver && !one.response.writableEnded && !isTooSlow(one, now)) continue;
      watched.delete(one);
      if (!isOver) cut(one);
    }
  };
  const timer = setInterval(look, patience.connectionsCheckingInterval).unref();
  server.addHook('onRequest', ({ raw: request }, { raw: response }, done) => {
    if (bringsBody(request)) watched.add({ request, response, since: Date.now(), bytesBefore: request.socket.bytesRead });
    done();
  });
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer);
    done();
  });
};
