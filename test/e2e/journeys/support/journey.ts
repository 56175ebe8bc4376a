import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Role } from '../../../../libs/domain/src/index.ts';
import { startJourneyService, type LogReader } from './service.ts';

/** A person: `officer`, `delegate:KE`, and `officer:second` where two of a kind have to be told apart. */
export type Who = Role | `${Role}:${string}`;

/** What a command was answered with. */
export interface Answer {
  readonly status: number;
  readonly code: string | null;
  /** Id of the object. */
  readonly id: string;
  readonly events: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One year of a Secretariat, lived through over HTTP. */
export interface Journey {
  readonly url: string;
  /** Gives a command; the answer may be a refusal. */
  readonly give: (who: Who, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** Gives a command that has to be recorded now. */
  readonly done: (who: Who, path: string, body?: unknown) => Promise<Answer>;
  /** Gives a command that has to be refused with a status and a code, and leaves no event. */
  readonly refused: (who: Who, path: string, body: unknown, status: number, code: string) => Promise<Answer>;
  /** Asks, having seen everything that is on record; anonymously with null. The answer has to be 200. */
  readonly read: <T = Readonly<Record<string, unknown>>>(who: Who | null, path: string) => Promise<T>;
  /** Asks for the status alone. */
  readonly statusOf: (who: Who | null, path: string) => Promise<number>;
  /** Accreditation of a person. */
  readonly accreditationOf: (who: Who) => Promise<string>;
  /** Lets the clock walk to an instant; every timer on the way fires at its own, and everything that follows by itself has followed. */
  readonly walkTo: (instant: string) => Promise<void>;
  /** Lets a minute pass, in which everything that follows by itself follows. */
  readonly settled: () => Promise<void>;
  /** Business time. */
  readonly now: () => Promise<string>;
  readonly recorded: LogReader['recorded'];
  readonly close: () => Promise<void>;
}

interface Person {
  readonly accreditationId: string;
  readonly token: string;
}

const payloadOf = (body: unknown): { readonly headers: Readonly<Record<string, string>>; readonly body?: BodyInit } => {
  if (body === undefined || body === null) return { headers: {} };
  if (body instanceof FormData) return { headers: {}, body };
  if (body instanceof Uint8Array) return { headers: { 'content-type': 'text/markdown' }, body: new Uint8Array(body) };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
};

const toAnswer = async (response: Response): Promise<Answer> => {
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  const { code = null, id = '', events = [] } = body as Partial<Answer>;
  return { status: response.status, code, id, events, headers: response.headers, body };
};

const post = async (url: string, token: string, body: unknown, more: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  const { headers, ...payload } = payloadOf(body);
  const all = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...headers, ...more };
  return toAnswer(await fetch(url, { method: 'POST', headers: all, ...payload }));
};

/** Accredits people when they first act. */
const personnel = (api: string, operatorToken: string) => {
  const known = new Map<Who, Promise<Person>>();
  const accredit = async (who: Who): Promise<Person> => {
    const [role, second] = who.split(':');
    const member = second !== undefined && /^[A-Z]{2}$/.test(second) ? second : null;
    const grant = { role, member, validFrom: null, validUntil: null, language: 'en' };
    const { status, id, body } = await post(`${api}/accreditations`, operatorToken, grant);
    const issued = await post(`${api}/accreditations/${id}/tokens`, operatorToken, { label: who, expiresAt: null });
    expect([who, status, body['errors'], issued.status]).toStrictEqual([who, 201, undefined, 201]);
    return { accreditationId: id, token: String(issued.body['token']) };
  };
  return async (who: Who): Promise<Person> => {
    const found = known.get(who) ?? accredit(who);
    known.set(who, found);
    return found;
  };
};

/** A minute later, as an instant. */
const afterAMinute = (now: string): string => new Date(Date.parse(now) + 60_000).toISOString();

/** Writes down which event types a journey recorded, for who wants to know what would notice a change. */
const leaveTrace = (counts: Readonly<Record<string, number>>): void => {
  const file = process.env['JOURNEY_TRACE'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(counts)}\n`);
};

/** Begins a journey on a new record: reference data, no call, the virtual clock at `start`. */
export const beginJourney = async (start: string): Promise<Journey> => {
  const service = await startJourneyService(start);
  const api = `${service.url}/api/v1`;
  const person = personnel(api, service.operatorToken);
  const ask = async (who: Who | null, path: string): Promise<Response> => {
    const headers = who === null ? {} : { authorization: `Bearer ${(await person(who)).token}` };
    return fetch(`${api}${path}`, { headers: { ...headers, 'x-min-position': service.log.head() } });
  };
  const give: Journey['give'] = async (who, path, body, headers) => post(`${api}${path}`, (await person(who)).token, body, headers);
  const read = async <T>(who: Who | null, path: string): Promise<T> => {
    const response = await ask(who, path);
    const body = (await response.json()) as T;
    expect([path, response.status, response.status === 200 ? null : body]).toStrictEqual([path, 200, null]);
    return body;
  };
  const now: Journey['now'] = async () => (await read<{ now: string }>(null, '/record/standing')).now;
  const walkTo: Journey['walkTo'] = async (instant) => {
    const { status, body } = await post(`${api}/record/clock`, service.operatorToken, { to: new Date(instant).toISOString() });
    expect([instant, status, body['code']]).toStrictEqual([instant, 201, undefined]);
    // The answer waits ten seconds at most; on a busy machine more may follow by itself than fits in there.
    while ((await now()) < new Date(instant).toISOString()) await setTimeout(100);
  };
  return {
    url: service.url,
    give,
    done: async (who, path, body) => {
      const answer = await give(who, path, body);
      expect([path, answer.status, answer.code, answer.body['errors']]).toStrictEqual([path, 201, null, undefined]);
      return answer;
    },
    refused: async (who, path, body, status, code) => {
      await person(who);
      const head = service.log.head();
      const answer = await give(who, path, body);
      expect([path, answer.status, answer.code]).toStrictEqual([path, status, code]);
      expect(service.log.since(head)).toStrictEqual([]);
      return answer;
    },
    read,
    statusOf: async (who, path) => (await ask(who, path)).status,
    accreditationOf: async (who) => (await person(who)).accreditationId,
    walkTo,
    settled: async () => walkTo(afterAMinute(await now())),
    now,
    recorded: service.log.recorded,
    close: async () => {
      leaveTrace(service.log.counts());
      await service.stop();
    },
  };
};
