import { setImmediate as turn } from 'node:timers/promises';
import type { EventStore, RecordedEvent, Upcasters } from '../../../event-store/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelFile } from '../storage/read-database.ts';
import { Applying } from './applying.ts';
import { batchLimits, startOf } from './checkpoint.ts';
import { recordResumed, type StoppedAt } from './poison.ts';

interface Straggler {
  readonly store: EventStore;
  readonly db: ReadModelFile;
  readonly upcasters: Upcasters;
  readonly projection: Projection;
  readonly from: StoppedAt;
  /** Position of the last event that the others took. */
  readonly others: () => bigint;
  readonly signal: AbortSignal;
}

/** Applies what the others have taken already. @returns how it went on */
const step = (
  { db, projection, others }: Straggler,
  applying: Applying,
  at: StoppedAt,
  events: readonly RecordedEvent[],
): { readonly at: StoppedAt; readonly state: 'joined' | 'behind' | 'stopped' } => {
  const reached = others();
  const taken = events.filter(({ position }) => position <= reached);
  // Whatever lies beyond comes to everybody: the straggler joins when it has seen all before it.
  const isLevel = taken.length < events.length || taken.at(-1)?.position === reached;
  const before = { position: String(at.position), n: at.n, last_occurred_at: null };
  const { after, hasStopped } = applying.apply(taken, before, (applied) => {
    if (!applied.hasStopped) recordResumed(db, projection.name, isLevel ? 'joined' : applied.after);
  });
  return { at: after, state: hasStopped ? 'stopped' : isLevel ? 'joined' : 'behind' };
};

/**
 * Lets a projection that stood still try again, apart from the others, until it is where they are or fails once more. What it
 * reaches is kept with every batch.
 *
 * @throws what is no projection's fault
 */
export const catchUp = async (straggler: Straggler): Promise<'joined' | 'stopped' | 'ended'> => {
  const { store, db, upcasters, projection, from, signal } = straggler;
  const applying = new Applying({ db, projections: [projection], upcasters, isStraggler: true });
  let at = from;
  if (BigInt(at.position) === straggler.others()) {
    recordResumed(db, projection.name, 'joined');
    return 'joined';
  }
  for await (const message of store.subscribeAll({ after: startOf(at.position), ...batchLimits, signal })) {
    if (message.kind !== 'events') continue;
    const went = step(straggler, applying, at, message.events);
    if (went.state !== 'behind') return went.state;
    at = went.at;
    await turn();
  }
  return 'ended';
};
