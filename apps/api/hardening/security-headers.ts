import type { FastifyInstance } from 'fastify';
import { isSecure, type Environment } from '../../../libs/application/src/index.ts';

/** What every answer tells a browser; pages say their own policy. */
const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Under `no-referrer` browsers say `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const overTls = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

export const secureAnswers = (server: FastifyInstance, { entrance }: Environment): void => {
  const headers = entrance !== undefined && isSecure(entrance.address) ? { ...always, ...overTls } : always;
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
};
