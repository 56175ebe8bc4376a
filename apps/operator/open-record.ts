import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startClock, type Clock, type CommandContext, type Environment, type Processes } from '../../libs/application/src/index.ts';
import { openFileBlobStore } from '../../libs/documents/src/index.ts';
import type { Instant } from '../../libs/domain/src/index.ts';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import { duesIn } from '../../libs/process-managers/src/index.ts';
import {
  openReadModelsOf,
  openShippedReadModels,
  personDirectoryProjection,
  type ProjectionRunner,
} from '../../libs/projections/src/index.ts';
import { CannotStart } from '../standalone/data-dir.ts';
import { openStoreAt, type RecordPlace } from '../standalone/open-store.ts';
import { ledgerState, setupCaller } from '../standalone/opening.ts';

/** The operator's process appends and follows nothing: whoever serves the folder does. */
const idle: ProjectionRunner = {
  standing: () => ({
    position: null,
    n: 0,
    lastOccurredAt: null,
    caughtUp: false,
    lagSeconds: 0,
    silentSeconds: 0,
    headAgeSeconds: 0,
    stopped: [],
    parked: [],
    fault: null,
  }),
  caughtUp: Promise.resolve(),
  faulted: new Promise(() => undefined),
  waitForPosition: () => Promise.resolve('late'),
  unasked: () => ({}),
  unpark: () => Promise.resolve({ kind: 'unknown' }),
  stop: () => Promise.resolve(),
};

/** The operator's process fires nothing: it tells when something is due, and whoever serves the folder walks there. */
const lookingAhead = (store: EventStore, clock: Clock, env: () => Environment): Processes => ({
  standing: () => ({
    caughtUp: false,
    lagSeconds: 0,
    silentSeconds: 0,
    fault: null,
    waiting: 0,
    timersPending: 0,
    timersOverdue: 0,
    parkedEffects: 0,
    parkedEvents: 0,
  }),
  duesAfter: (now) => duesIn({ store, clock, env, alert: () => undefined }, now),
  arrive: (instant) => {
    clock.advanceTo(instant);
    return Promise.resolve();
  },
});

const clockOf = async (store: Environment['store']) => {
  const ledger = await ledgerState(store);
  if (ledger.status === 'unopened') throw new CannotStart('The record has not been opened yet: run "npm start" once.', { exitCode: 66 });
  const [last] = await Array.fromAsync(store.readAll({ direction: 'backwards', maxCount: 1 }));
  const clock = startClock(ledger.clock, (last?.metadata['occurredAt'] ?? null) as Instant | null, Date.now);
  if (ledger.advancedTo !== null) clock.advanceTo(ledger.advancedTo);
  return clock;
};

/**
 * Opens the record in a data folder beside whoever serves it, runs the work and closes it again.
 *
 * @throws CannotStart when there is no record
 */
export const withRecord = async <T>(dataDir: string, work: (env: Environment) => Promise<T>): Promise<T> => {
  const file = join(dataDir, 'events.db');
  if (!existsSync(file))
    throw new CannotStart(`There is no record in ${dataDir}: run "npm start" once, or set DATA_DIR.`, { exitCode: 66 });
  return withRecordAt({ dataDir, events: file }, work);
};

/** The same for a record at its place, which may be a server; files that were handed in lie in the data folder. */
export const withRecordAt = async <T>({ dataDir, events }: RecordPlace, work: (env: Environment) => Promise<T>): Promise<T> => {
  const store = openStoreAt(events);
  const read = openShippedReadModels(':memory:');
  const people = openReadModelsOf(':memory:', [personDirectoryProjection]);
  try {
    const clock = await clockOf(store);
    const env: Environment = {
      store,
      read,
      directory: { read: people, upToDate: () => Promise.resolve() },
      projections: idle,
      rowHistory: null,
      ledger: null,
      blobs: openFileBlobStore(join(dataDir, 'blobs'), { sweeps: false }),
      processes: lookingAhead(store, clock, () => env),
      clock,
      random: (bytes) => randomBytes(bytes),
    };
    return await work(env);
  } finally {
    await store.close();
    read.close();
    people.close();
  }
};

/** Context of a command that the person at the machine gives: file access is the authority, and the event says so. */
export const operatorContext = (): CommandContext => ({
  caller: setupCaller,
  idempotencyKey: randomUUID(),
  dryRun: false,
  ifMatch: null,
  correlationId: randomUUID(),
});
