import type { Instant } from '../../../domain/src/index.ts';
import type { GlobalPosition } from '../../../event-store/src/index.ts';
import type { ParkedKey, StoppedProjection } from './poison.ts';

/** How far the read models are. */
export interface RunnerStanding {
  /** Engine position of the last event applied; null before the first. */
  readonly position: GlobalPosition | null;
  /** Ledger size: the read models show the state after the first n ledgered events. */
  readonly n: number;
  readonly lastOccurredAt: Instant | null;
  readonly caughtUp: boolean;
  /** Seconds since the runner began to be behind what it knows of; 0 while it has caught up. */
  readonly lagSeconds: number;
  /** Seconds since the runner last heard from the log; grows while nothing is appended, and when the subscription is dead. */
  readonly silentSeconds: number;
  /** Seconds for which the log, asked beside the subscription, has had events that did not arrive; 0 while there are none. */
  readonly headAgeSeconds: number;
  /** Projections that met an event they cannot take; the others go on without them. */
  readonly stopped: readonly StoppedProjection[];
  /** Keys whose events are put aside; the rows that follow from them are out of date. */
  readonly parked: readonly ParkedKey[];
  /** Why nothing is applied any longer, when the file or the store has failed. */
  readonly fault: string | null;
}

/** What came of taking parked events up again: all of them in one transaction, or none. */
export type Unparked =
  { readonly kind: 'taken'; readonly events: number } | { readonly kind: 'failed'; readonly error: string } | { readonly kind: 'unknown' };

/** Keeps the read models of one file up to date. */
export interface ProjectionRunner {
  readonly standing: () => RunnerStanding;
  /** Events that no read model asks for, ignored and counted by type. */
  readonly unasked: () => Readonly<Record<string, number>>;
  /** Resolves when everything that was in the log at the start has been applied; rejects when the runner failed. */
  readonly caughtUp: Promise<void>;
  /** Waits until the read models show the event at `position`, at most `timeoutMs`; late as well while some of them stand still. */
  readonly waitForPosition: (position: GlobalPosition, timeoutMs?: number) => Promise<'reached' | 'late'>;
  /** Takes the parked events of a key up again, in their order, in one transaction. */
  readonly unpark: (projection: string, key: string) => Promise<Unparked>;
  /** Resolves with the reason when the runner has failed and stopped. */
  readonly faulted: Promise<string>;
  /** Finishes the batch at hand. */
  readonly stop: () => Promise<void>;
}
