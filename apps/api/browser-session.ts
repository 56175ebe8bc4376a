import type { FastifyRequest } from 'fastify';
import {
  browserIn,
  formMark,
  isFromOwnPage,
  sessionTokenOf,
  setCookie,
  signedIn,
  type Environment,
  type SignedIn,
} from '../../libs/application/src/index.ts';
import { Refusal } from './problem.ts';

/** The session token that a browser holds, or null. */
export const sessionToken = (env: Environment, request: FastifyRequest): string | null => sessionTokenOf(env, browserIn(request.headers));

/** Header with the mark of the session, which no other site can send. */
export const markHeader = 'x-form-mark';

/** A request that changes something comes from a page of ours, with the mark of its session. @throws Refusal */
const refuseOthers = (env: Environment, request: FastifyRequest, token: string): void => {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const isOwn = env.entrance !== undefined && isFromOwnPage(env.entrance.address, browserIn(request.headers));
  if (!isOwn) throw new Refusal({ code: 'request.cross_site' });
  if (request.headers[markHeader] !== formMark(env, token)) throw new Refusal({ code: 'request.form_mark_wrong' });
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
