import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemType, sendProblem, toProblem } from './problem.ts';

/** Answers a request whose address no router can read. */
export const tellUnroutable = (error: { readonly code: string }, request: FastifyRequest, reply: FastifyReply): void => {
  const code = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'request.address_too_long' : 'request.address_malformed';
  sendProblem(request, reply, { code });
};

const unreadable: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'request.headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.too_slow',
};

/** Answers bytes that are no HTTP request, or one that never came to its end; there is no request to read a language from. */
export const tellUnreadable = (error: Error & { readonly code?: string }, socket: Socket): void => {
  // The other side is gone, or has been answered before: there is nobody to tell.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const problem = toProblem({ code: unreadable[error.code ?? ''] ?? 'request.malformed' }, 'en');
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Whoever does not hang up is hung up on; at once would take the answer away from who reads it.
  setTimeout(() => socket.destroy(), 200).unref();
};
