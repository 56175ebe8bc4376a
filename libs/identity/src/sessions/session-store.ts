/** One session as it is kept. The token that a browser holds is known by its hash. Times are milliseconds of the real clock. */
export interface SessionRecord {
  /** Names the session in lists; opens nothing. */
  readonly sessionId: string;
  readonly tokenSha256: string;
  readonly accountId: string;
  /** The accreditation that the holder acts under. */
  readonly accreditationId: string;
  /** `password`: the second factor is still to be shown, and nothing is open yet. */
  readonly stage: 'password' | 'open';
  readonly startedAt: number;
  readonly seenAt: number;
  /** What the browser called itself. */
  readonly device: string;
}

/** How long it is remembered that something was used up: longer than any code is good for. */
export const spentForMs = 10 * 60_000;

/** Sessions are out of reach for now: nobody is let in or out, whoever is signed in counts as nobody. */
export class SessionsUnavailable extends Error {
  override readonly name = 'SessionsUnavailable';
}

/** Where sessions are kept: outside the record, lost without harm (everybody signs in again). All of it may throw SessionsUnavailable. */
export interface SessionStore {
  readonly put: (session: SessionRecord) => Promise<void>;
  readonly byToken: (tokenSha256: string) => Promise<SessionRecord | null>;
  readonly touch: (tokenSha256: string, seenAt: number) => Promise<void>;
  /** Newest first. */
  readonly ofAccount: (accountId: string) => Promise<readonly SessionRecord[]>;
  readonly remove: (tokenSha256: string) => Promise<void>;
  /** Removes what began before one instant or was not seen since another. */
  readonly sweep: (startedBefore: number, seenBefore: number) => Promise<void>;
  /** Uses something up that serves once; false when it was used before. */
  readonly spend: (what: string, nowMs: number) => Promise<boolean>;
  readonly close: () => void;
}
