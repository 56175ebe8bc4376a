import {
  attemptsInMemory,
  Sessions,
  type AttemptLimit,
  type Attempts,
  type Authenticated,
  type DeploymentKey,
  type PublicAddress,
  type SessionStore,
  type SignInProvider,
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
  /** Another service that says who somebody is; absent where people sign in here only. */
  readonly provider?: SignInProvider;
}

const quarter = 15 * 60_000;

export interface EntranceParts extends Pick<Entrance, 'key' | 'address' | 'setUp' | 'provider'> {
  /** Counts failures; in the memory of this process unless told. */
  readonly counting?: (kind: 'pair' | 'name' | 'address', limit: AttemptLimit) => Attempts;
}

/** Opens the entrance over a store of sessions. Ten wrong passwords for a name from one address, then a quarter of an hour's wait. */
export const openEntrance = (
  store: SessionStore,
  { counting = (_kind, limit) => attemptsInMemory(limit, nowMs), ...told }: EntranceParts,
  nowMs: () => number,
): Entrance => ({
  sessions: new Sessions(store, nowMs),
  ...told,
  nowMs,
  attempts: {
    byPair: counting('pair', { failures: 10, spanMs: quarter }),
    // Somebody who is locked out by others is locked out late.
    byName: counting('name', { failures: 100, spanMs: quarter }),
    byAddress: counting('address', { failures: 100, spanMs: quarter }),
  },
});
