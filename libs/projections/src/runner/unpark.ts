import type { EventStore, RecordedEvent, Upcasters } from '../../../event-store/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelFile } from '../storage/read-database.ts';
import { blamesProjection, messageOf } from './failures.ts';
import { parkedEvents, recordUnparked, type ParkedEvent } from './poison.ts';
import { ProjectedEvent } from './projected-event.ts';
import type { Unparked } from './runner.port.ts';
import { stepsFor, take } from './steps.ts';

interface Unparking {
  readonly store: EventStore;
  readonly db: ReadModelFile;
  readonly upcasters: Upcasters;
  readonly projection: Projection;
  readonly key: string;
  /** Ledger size that the file shows: the rows stand from here on. */
  readonly n: () => number;
}

const readBack = async (store: EventStore, parked: readonly ParkedEvent[]): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (const { stream, revision } of parked)
    events.push(...(await Array.fromAsync(store.readStream(stream, { from: BigInt(revision), maxCount: 1 }))));
  return events;
};

const placesOf = (parked: readonly ParkedEvent[]): string => parked.map(({ place }) => place).join();

/** All events of the key in one transaction. @returns false when more were parked meanwhile */
const takeAll = (
  { db, upcasters, projection, key, n }: Unparking,
  parked: readonly ParkedEvent[],
  events: readonly RecordedEvent[],
): boolean =>
  db.transaction(() => {
    if (placesOf(parkedEvents(db, projection.name, key)) !== placesOf(parked)) return false;
    const steps = stepsFor([{ projection, parked: new Set(), isStopped: false }]);
    db.beginEvent?.({ n: n(), occurredAt: '', isLedgered: false });
    events.forEach((event, index) => {
      const projected = new ProjectedEvent(event, parked[index]?.n ?? 0, upcasters);
      const { inLedger, outside } = steps(event.type);
      for (const step of projected.ledgerIndex === null ? outside : inLedger) take(step, db, projected);
    });
    recordUnparked(db, projection.name, key);
    return true;
  });

/** Takes the parked events of a key up again, in their order, in one transaction: all of them or none. */
export const unpark = async (unparking: Unparking): Promise<Unparked> => {
  const { store, db, projection, key } = unparking;
  for (;;) {
    const parked = parkedEvents(db, projection.name, key);
    if (parked.length === 0) return { kind: 'unknown' };
    const events = await readBack(store, parked);
    try {
      if (takeAll(unparking, parked, events)) return { kind: 'taken', events: parked.length };
    } catch (error) {
      if (!blamesProjection(error)) throw error;
      return { kind: 'failed', error: messageOf(error) };
    }
  }
};
