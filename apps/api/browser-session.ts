import type { FastifyRequest } from 'fastify';
import {
  cookieIn,
  formMark,
  isFromOwnPage,
  setCookie,
  signedIn,
  type Environment,
  type FromBrowser,
  type SignedIn,
} from '../../libs/application/src/index.ts';
import { Refusal } from './problem.ts';

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

/** What a browser tells of itself with a request. */
export const fromBrowser = (request: FastifyRequest): FromBrowser => ({
  host: header(request, 'host'),
  origin: header(request, 'origin'),
  fetchSite: header(request, 'sec-fetch-site'),
  cookie: header(request, 'cookie'),
});

/** The session token that a browser holds, or null. */
export const sessionToken = ({ entrance }: Environment, request: FastifyRequest): string | null =>
  entrance === undefined ? null : cookieIn(entrance.address, fromBrowser(request), 'session');

/** Header with the mark of the session, which no other site can send. */
export const markHeader = 'x-form-mark';

/** A request that changes something comes from a page of ours, with the mark of its session. @throws Refusal */
const refuseOthers = (env: Environment, request: FastifyRequest, token: string): void => {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const isOwn = env.entrance !== undefined && isFromOwnPage(env.entrance.address, fromBrowser(request));
  if (!isOwn) throw new Refusal({ code: 'request.cross_site' });
  if (header(request, markHeader) !== formMark(env, token)) throw new Refusal({ code: 'request.form_mark_wrong' });
};

/** Who is signed in with the browser that asks; null when nobody claims to be. @throws Refusal when the session is over */
export const browserSession = async (env: Environment, request: FastifyRequest): Promise<SignedIn | null> => {
  const token = sessionToken(env, request);
  if (token === null || env.entrance === undefined) return null;
  refuseOthers(env, request, token);
  const found = await signedIn(env, token);
  if (!('code' in found)) return found;
  const isWaiting = found.code === 'session.second_factor_missing';
  throw new Refusal({ code: found.code }, isWaiting ? {} : { 'set-cookie': setCookie(env.entrance.address, 'session', null) });
};
