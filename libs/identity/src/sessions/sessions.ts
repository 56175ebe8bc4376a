import { createHash, randomBytes } from 'node:crypto';
import { SessionsUnavailable, type SessionRecord, type SessionStore } from './session-store.ts';

/** Milliseconds after which a session ends: not used; in any case; while the second factor is still to be shown. */
export const sessionLimits = { idle: 30 * 60_000, absolute: 12 * 60 * 60_000, secondFactor: 5 * 60_000 } as const;

/** A use is written down once a minute; the limits are that much longer at most. */
const touchEveryMs = 60_000;

const hashOfToken = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');

type Began = Pick<SessionRecord, 'accountId' | 'accreditationId' | 'stage' | 'device'>;

const isOver = ({ startedAt, seenAt, stage }: SessionRecord, nowMs: number): boolean => {
  if (stage === 'password') return nowMs - startedAt >= sessionLimits.secondFactor;
  return nowMs - startedAt >= sessionLimits.absolute || nowMs - seenAt >= sessionLimits.idle;
};

/** Who is signed in where. A session is an opaque token with 256 random bits; everything it stands for is looked up. */
export class Sessions {
  readonly #store: SessionStore;
  readonly #now: () => number;

  /** @param now  milliseconds of the real clock: a business clock that stands still or jumps is no measure of idleness */
  constructor(store: SessionStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** Begins a session and ends the one that the browser came with. @returns the token, which is stored nowhere */
  async begin(began: Began, former: string | null): Promise<string> {
    const now = this.#now();
    await this.#store.sweep(now - sessionLimits.absolute, now - sessionLimits.idle);
    if (former !== null) await this.end(former);
    const token = randomBytes(32).toString('base64url');
    const sessionId = randomBytes(16).toString('hex');
    const device = began.device.slice(0, 160);
    await this.#store.put({ ...began, device, sessionId, tokenSha256: hashOfToken(token), startedAt: now, seenAt: now });
    return token;
  }

  /** Where sessions are out of reach, whoever has one is nobody for a while, and sees what everybody sees. */
  async #inReach(tokenSha256: string): Promise<SessionRecord | null> {
    try {
      return await this.#store.byToken(tokenSha256);
    } catch (error) {
      if (error instanceof SessionsUnavailable) return null;
      throw error;
    }
  }

  /** The session of a token; null when there is none, or none any more. Counts as use. */
  async find(token: string): Promise<SessionRecord | null> {
    const found = await this.#inReach(hashOfToken(token));
    if (found === null) return null;
    const now = this.#now();
    if (isOver(found, now)) {
      await this.#store.remove(found.tokenSha256);
      return null;
    }
    if (now - found.seenAt >= touchEveryMs) await this.#store.touch(found.tokenSha256, now);
    return found;
  }

  /** Sessions of an account that are not over, newest first. */
  async of(accountId: string): Promise<readonly SessionRecord[]> {
    const now = this.#now();
    return (await this.#store.ofAccount(accountId)).filter((session) => session.stage === 'open' && !isOver(session, now));
  }

  async end(token: string): Promise<void> {
    await this.#store.remove(hashOfToken(token));
  }

  /** Ends a session of an account by its name in lists; false when the account has none of that name. */
  async endNamed(accountId: string, sessionId: string): Promise<boolean> {
    const found = (await this.#store.ofAccount(accountId)).find((session) => session.sessionId === sessionId);
    if (found === undefined) return false;
    await this.#store.remove(found.tokenSha256);
    return true;
  }

  /** Ends every session of an account. */
  async endAll(accountId: string): Promise<void> {
    for (const { tokenSha256 } of await this.#store.ofAccount(accountId)) await this.#store.remove(tokenSha256);
  }

  /** Uses something up that serves once; false when it was used before. */
  spend(what: string): Promise<boolean> {
    return this.#store.spend(what, this.#now());
  }
}
