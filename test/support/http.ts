import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import 'reflect-metadata';
import { pino } from 'pino';
import { createHttpServer } from '../../apps/api/http-server.ts';
import { drawUnavailable } from '../../apps/web/pages.ts';
import { StandaloneModule } from '../../apps/standalone/standalone.module.ts';
import { callerAs, type TestApplication } from './application.ts';
import type { MemberCode, Role } from '../../libs/domain/src/index.ts';

/** One answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The service over an application, on a free port of this machine. */
export interface TestServer {
  readonly url: string;
  readonly tokenFor: (role: Role, member?: string | null) => Promise<string>;
  readonly post: (
    path: string,
    body: unknown,
    more?: { readonly token?: string | null; readonly headers?: Readonly<Record<string, string>> },
  ) => Promise<HttpAnswer>;
  readonly get: (
    path: string,
    more?: { readonly token?: string | null; readonly headers?: Readonly<Record<string, string>> },
  ) => Promise<HttpAnswer>;
  readonly close: () => Promise<void>;
}

const answer = async (response: Response): Promise<HttpAnswer> => {
  const text = await response.text();
  const isJson = /json\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? (JSON.parse(text) as HttpAnswer['body']) : { text },
  };
};

const payload = (body: unknown): { readonly body?: BodyInit; readonly type: string | null } => {
  if (body === null) return { type: null };
  if (typeof body === 'string') return { body, type: 'application/json' };
  if (body instanceof Uint8Array) return { body: new Uint8Array(body), type: 'text/markdown' };
  return { body: JSON.stringify(body), type: 'application/json' };
};

/** Serves an application over loopback. */
export const serveApplication = async (application: TestApplication): Promise<TestServer> => {
  const app = await createHttpServer(StandaloneModule.forEnvironment(application.env), pino({ level: 'silent' }), drawUnavailable);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${String((app.getHttpServer().address() as AddressInfo).port)}`;
  const operator = callerAs('operator', null, 'setup');
  const authorization = (token: string | null): Record<string, string> => (token === null ? {} : { authorization: `Bearer ${token}` });
  return {
    url,
    tokenFor: async (role, member = null) => {
      const grant = { role, member: member as MemberCode | null, validFrom: null, validUntil: null, language: 'en' } as const;
      const { id } = await application.done(operator, 'grantAccreditation', grant);
      const { token } = await application.done(operator, 'issueAccessToken', { accreditationId: id, label: 'test', expiresAt: null });
      return token ?? '';
    },
    post: async (path, body, { token = null, headers = {} } = {}) => {
      const { body: sent, type } = payload(body);
      const all = {
        'idempotency-key': randomUUID(),
        ...authorization(token),
        ...(type === null ? {} : { 'content-type': type }),
        ...headers,
      };
      return answer(await fetch(`${url}${path}`, { method: 'POST', headers: all, ...(sent === undefined ? {} : { body: sent }) }));
    },
    get: async (path, { token = null, headers = {} } = {}) =>
      answer(await fetch(`${url}${path}`, { headers: { ...authorization(token), ...headers } })),
    close: async () => {
      await app.close();
      await application.close();
    },
  };
};
