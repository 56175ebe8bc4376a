import {
  Attempts,
  Sessions,
  type Authenticated,
  type DeploymentKey,
  type PublicAddress,
  type SessionStore,
} from '../../../identity/src/index.ts';

/** What lets people in: sessions, the key of the deployment, and how often one may fail. Nothing of it is in the record. */
export interface Entrance {
  readonly sessions: Sessions;
  readonly key: DeploymentKey;
  readonly address: PublicAddress;
  /** Milliseconds of the real clock. */
  readonly nowMs: () => number;
  readonly attempts: { readonly byPair: Attempts; readonly byName: Attempts; readonly byAddress: Attempts };
  /** The link of this start that makes the first account; null where it was not offered. */
  readonly setUp: { readonly linkSha256: string; readonly caller: Authenticated } | null;
}

const quarter = 15 * 60_000;

/** Opens the entrance over a store of sessions. Ten wrong passwords for a name from one address, then a quarter of an hour's wait. */
export const openEntrance = (
  store: SessionStore,
  { key, address, setUp }: Pick<Entrance, 'key' | 'address' | 'setUp'>,
  nowMs: () => number,
): Entrance => ({
  sessions: new Sessions(store, nowMs),
  key,
  address,
  nowMs,
  setUp,
  attempts: {
    byPair: new Attempts({ failures: 10, spanMs: quarter }, nowMs),
    // Somebody who is locked out by others is locked out late.
    byName: new Attempts({ failures: 100, spanMs: quarter }, nowMs),
    byAddress: new Attempts({ failures: 100, spanMs: quarter }, nowMs),
  },
});
