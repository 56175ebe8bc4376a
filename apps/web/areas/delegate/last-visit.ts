import type { FastifyReply, FastifyRequest } from 'fastify';

/** Up to which entry somebody had seen the record when this visit began; and up to which now. */
interface Visits {
  readonly since: number;
  readonly seen: number;
  readonly at: number;
}

const cookieName = 'rapporteur-seen';

/** Who comes back within half an hour is still on the same visit: reloading loses nothing. */
const visitMillis = 30 * 60_000;

const visitsIn = (request: FastifyRequest): Visits | null => {
  const [, since, seen, at] = /(?:^|;\s*)rapporteur-seen=(\d{1,12})\.(\d{1,12})\.(\d{1,15})/.exec(request.headers.cookie ?? '') ?? [];
  return at === undefined ? null : { since: Number(since), seen: Number(seen), at: Number(at) };
};

/**
 * The ledger size that the reader had seen before this visit; null on the first. Kept in the browser: the record is not told who reads.
 *
 * @param now  real time, in milliseconds
 */
export const lastVisit = (request: FastifyRequest, now: number = Date.now()): number | null => {
  const visits = visitsIn(request);
  if (visits === null) return null;
  return now - visits.at > visitMillis ? visits.seen : visits.since;
};

/** Remembers what is being shown. @param size  of the ledger */
export const rememberVisit = (request: FastifyRequest, reply: FastifyReply, size: number, now: number = Date.now()): void => {
  const visits = visitsIn(request);
  const isSame = visits !== null && now - visits.at <= visitMillis;
  const value = [isSame ? visits.since : (visits?.seen ?? size), size, isSame ? visits.at : now].join('.');
  void reply.header('set-cookie', `${cookieName}=${value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`);
};
