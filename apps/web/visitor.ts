import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  browserIn,
  cookieIn,
  formMark,
  isFromOwnPage,
  ownOrigin,
  sessionTokenOf,
  setCookie,
  signedIn,
  type Caller,
  type Environment,
  type SignedIn,
} from '../../libs/application/src/index.ts';

export interface FormRejection {
  readonly code: 'entrance.not_here' | 'request.cross_site' | 'request.form_mark_wrong';
}

/** The session token that a browser holds, or null. */
export const sessionToken = (env: Environment, request: FastifyRequest): string | null => sessionTokenOf(env, browserIn(request.headers));

/** Who is signed in with the browser that asks; null when nobody is, or is no longer. */
export const whoIs = async (env: Environment, request: FastifyRequest): Promise<SignedIn | null> => {
  const token = sessionToken(env, request);
  const found = token === null ? null : await signedIn(env, token);
  return found === null || 'code' in found ? null : found;
};

/** With whose eyes a page is drawn; null for everybody's. A copy has one reader for all its pages. */
export const readerOf = async (env: Environment, request: FastifyRequest): Promise<Caller | null> =>
  env.copy === undefined ? ((await whoIs(env, request))?.caller ?? null) : env.copy.reader;

/** Puts a session token into the browser; null takes it out. */
export const giveToken = ({ entrance }: Environment, reply: FastifyReply, token: string | null): void => {
  if (entrance !== undefined) void reply.header('set-cookie', setCookie(entrance.address, 'session', token));
};

/** The mark that a form of this browser carries. Whoever has no session gets a cookie for it. */
export const markFor = (env: Environment, request: FastifyRequest, reply: FastifyReply): string => {
  const { entrance } = env;
  if (entrance === undefined) return '';
  const known = sessionToken(env, request) ?? cookieIn(entrance.address, browserIn(request.headers), 'form');
  const cookie = known ?? randomBytes(24).toString('base64url');
  if (known === null) void reply.header('set-cookie', setCookie(entrance.address, 'form', cookie));
  return formMark(env, cookie) ?? '';
};

/** A field of a form; empty when it is not there. */
export const field = ({ body }: FastifyRequest, name: string): string => {
  const value = (body as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};

/** Why a form is not looked at, or null: it has to come from a page of ours, with the mark of this browser. */
export const formRejection = (env: Environment, request: FastifyRequest): FormRejection | null => {
  const { entrance } = env;
  const browser = browserIn(request.headers);
  if (entrance === undefined || ownOrigin(entrance.address, browser) === null) return { code: 'entrance.not_here' };
  if (!isFromOwnPage(entrance.address, browser)) return { code: 'request.cross_site' };
  const cookie = sessionToken(env, request) ?? cookieIn(entrance.address, browser, 'form');
  return cookie !== null && field(request, 'mark') === formMark(env, cookie) ? null : { code: 'request.form_mark_wrong' };
};
