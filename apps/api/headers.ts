import type { FastifyRequest } from 'fastify';
import { parseAsOf, type AsOf } from '../../libs/application/src/index.ts';
import type { GlobalPosition } from '../../libs/event-store/src/index.ts';
import { Refusal } from './problem.ts';

const single = (request: FastifyRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

/** The bearer token, or null when none is sent. @throws Refusal for any other scheme */
export const bearerToken = (request: FastifyRequest): string | null => {
  const header = single(request, 'authorization');
  if (header === null) return null;
  const token = /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(header)?.[1];
  if (token === undefined) throw new Refusal({ code: 'token.malformed' }, { 'www-authenticate': 'Bearer error="invalid_request"' });
  return token;
};

/** What a request that needs a caller is told when it names none. */
export const noToken = (): Refusal => new Refusal({ code: 'token.missing' }, { 'www-authenticate': 'Bearer' });

/** The client's key for this request. @throws Refusal when it is missing or not 8 to 200 printable characters */
export const idempotencyKey = (request: FastifyRequest): string => {
  const key = single(request, 'idempotency-key');
  if (key === null) throw new Refusal({ code: 'idempotency.key_missing' });
  if (!/^[\x21-\x7E]{8,200}$/.test(key)) throw new Refusal({ code: 'idempotency.key_malformed' });
  return key;
};

/** The revision that the client has seen, or null. @throws Refusal when it is not of the form `"4"` */
export const ifMatchRevision = (request: FastifyRequest): bigint | null => {
  const header = single(request, 'if-match');
  if (header === null || header === '*') return null;
  const revision = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (revision === undefined) throw new Refusal({ code: 'revision.malformed' });
  return BigInt(revision);
};

/** The position that the client wants to see, or null. @throws Refusal when it is no position */
export const minPosition = (request: FastifyRequest): GlobalPosition | null => {
  const header = single(request, 'x-min-position');
  if (header === null) return null;
  if (!/^\d{1,18}$/.test(header)) throw new Refusal({ code: 'position.malformed' });
  return BigInt(header) as GlobalPosition;
};

const queryOf = (request: FastifyRequest): Readonly<Record<string, unknown>> => request.query as Readonly<Record<string, unknown>>;

/** Whether the command is only to be tried. @throws Refusal for any other value or parameter */
export const isDryRun = (request: FastifyRequest): boolean => {
  const { dryRun, ...others } = queryOf(request);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Refusal({ code: 'query.unknown_parameter', parameter: unknown });
  if (dryRun !== undefined && dryRun !== 'true' && dryRun !== 'false') throw new Refusal({ code: 'query.bad_value', parameter: 'dryRun' });
  return dryRun === 'true';
};

/** The past state that is asked about, or null for the present. @throws Refusal when it names none */
export const asOfParameter = (request: FastifyRequest): AsOf | null => {
  const { asOf } = queryOf(request);
  if (asOf === undefined) return null;
  const parsed = typeof asOf === 'string' ? parseAsOf(asOf) : null;
  if (parsed === null) throw new Refusal({ code: 'asof.malformed' });
  return parsed;
};

/** Query parameters that a question takes besides `asOf`, each at most once. @throws Refusal for any other */
export const parameters = <K extends string>(request: FastifyRequest, known: readonly K[]): Readonly<Partial<Record<K, string>>> => {
  const { asOf: _asOf, ...found } = queryOf(request);
  for (const [name, value] of Object.entries(found)) {
    if (!known.some((candidate) => candidate === name)) throw new Refusal({ code: 'query.unknown_parameter', parameter: name });
    if (typeof value !== 'string' || value.length > 400) throw new Refusal({ code: 'query.bad_value', parameter: name });
  }
  return found as Partial<Record<K, string>>;
};

/** A parameter that is one of some words, or undefined. @throws Refusal for any other */
export const oneOf = <T extends string>(name: string, raw: string | undefined, words: readonly T[]): T | undefined => {
  if (raw === undefined) return undefined;
  const word = words.find((candidate) => candidate === raw);
  if (word === undefined) throw new Refusal({ code: 'query.bad_value', parameter: name });
  return word;
};

/** The size of a page. @throws Refusal unless it is 1 to 200 */
export const pageLimit = (raw: string | undefined): number => {
  if (raw === undefined) return 50;
  const limit = /^\d{1,3}$/.test(raw) ? Number(raw) : 0;
  if (limit < 1 || limit > 200) throw new Refusal({ code: 'query.bad_value', parameter: 'limit' });
  return limit;
};

/** A number in a path. @throws Refusal when it is none */
export const wholeNumber = (raw: string): number => {
  if (!/^\d{1,9}$/.test(raw)) throw new Refusal({ code: 'object.not_found' });
  return Number(raw);
};
