import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { startClock, startPersonDirectory, upcasters, type Clock, type Environment } from '../../libs/application/src/index.ts';
import { openFileBlobStore } from '../../libs/documents/src/index.ts';
import type { BusinessClock, Instant } from '../../libs/domain/src/index.ts';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import {
  LiveReadModels,
  liveVersion,
  readModelSet,
  shippedProjections,
  VersionBook,
  VersionKeeper,
} from '../../libs/projections/src/index.ts';
import { startWorker } from '../worker/worker.ts';
import { buildingIn } from './build-in-thread.ts';
import { keepEntrance } from './entrance.ts';
import { startOutgoingOf } from './outgoing.ts';
import { keepReads } from './reads.ts';
import { openStoreAt, placeOfRecord, refuseMoved } from './open-store.ts';
import { ledgerState, openLedger, recordOpeningSituation, recordReferenceData } from './opening.ts';
import { refuseUnerased } from './kept-erasures.ts';
import { KeptRowHistory } from './row-history.ts';
import { keepLedger, type KeptLedger } from './sealer.ts';
import type { ClockSetting, Settings } from './settings.ts';

/** One deployment in this process: its environment, and how to end it. */
export interface Deployment {
  readonly env: Environment;
  /** Lets the first person make an account; null once somebody has one. */
  readonly setUpLink: string | null;
  readonly close: () => Promise<void>;
}

/** Tuesday 3 February 2015, 09:00 in Brussels. */
const openingInstant = '2015-02-03T08:00:00.000Z' as Instant;

const clockOf = (setting: ClockSetting): BusinessClock => {
  switch (setting.mode) {
    case 'real':
      return { mode: 'real' };
    case 'opening':
      return { mode: 'virtual', start: openingInstant, rate: 1 };
    case 'virtual':
      return { mode: 'virtual', start: setting.start as Instant, rate: 1 };
  }
};

/** Where business time stood last: the clock walks on from there to where the record says it was put. */
const lastInstant = async (store: EventStore): Promise<Instant | null> => {
  let instant: string | null = null;
  for await (const { type, metadata } of store.readAll({ direction: 'backwards' })) {
    instant = metadata['occurredAt'] ?? instant;
    if (type !== 'BusinessClockAdvanced') break;
  }
  return instant as Instant | null;
};

/** The clock that the first event fixed; on an empty log the one that is asked for. */
const resumeClock = async (
  store: EventStore,
  setting: ClockSetting,
): Promise<{ readonly clock: Clock; readonly founding: BusinessClock | null }> => {
  const ledger = await ledgerState(store);
  if (ledger.status === 'unopened') {
    const founding = clockOf(setting);
    return { clock: startClock(founding, null, Date.now), founding };
  }
  return { clock: startClock(ledger.clock, await lastInstant(store), Date.now), founding: null };
};

const recordOpening = async (env: Environment, settings: Settings, founding: BusinessClock | null): Promise<void> => {
  if (founding !== null) await openLedger(env, { clock: founding, domain: settings.ledgerDomain, dataDir: settings.dataDir });
  const ledger = await ledgerState(env.store);
  if (ledger.status !== 'open' || ledger.clock.mode === 'real') return;
  await recordReferenceData(env);
  // Only the clock that starts at the opening situation finds it open; any other start plays its own beginning.
  if (ledger.clock.start === openingInstant) await recordOpeningSituation(env);
};

/** Seals the ledger that the log has opened; null while there is none. */
const sealFrom = async ({ dataDir, eventStore, witnessPolicy }: Settings, store: EventStore, log: Logger): Promise<KeptLedger | null> => {
  const ledger = await ledgerState(store);
  if (ledger.status !== 'open') return null;
  return keepLedger({ dataDir, events: placeOfRecord(dataDir, eventStore) }, ledger.origin, witnessPolicy ?? null, (err) => {
    log.error({ err }, 'the ledger is not sealed');
  });
};

/** Lets the clock arrive where it was put before the service ended; processes that cannot do so are told by health, not by silence. */
const walkOn = async ({ processes, clock }: Environment, log: Logger): Promise<void> => {
  try {
    await processes?.arrive(clock.now());
  } catch (err) {
    log.error({ err }, 'the processes do not run');
  }
};

/** The read models of a data folder: what is shown, who keeps the past, and who builds what takes their place. */
const openReadModels = (store: EventStore, { dataDir, eventStore, readModelGraceSeconds = 600 }: Settings, log: Logger) => {
  const events = placeOfRecord(dataDir, eventStore);
  const book = new VersionBook(join(dataDir, 'live.db'));
  const set = readModelSet(shippedProjections);
  const live = liveVersion(book, dataDir, set);
  const tell = (trouble: object): void => {
    log.error(trouble, 'a read model cannot take an event');
  };
  const shown = new LiveReadModels({ store, upcasters, set, tell }, join(dataDir, live.file));
  const past = new KeptRowHistory({ dataDir, events }, book, (err) => {
    log.error({ err }, 'past states are kept no longer');
  });
  const keeper = new VersionKeeper({
    book,
    folder: dataDir,
    sets: [{ set, troubles: shown.standing, adopt: shown.adopt }, past],
    graceMs: readModelGraceSeconds * 1_000,
    startBuild: buildingIn(events),
    tell: (event) => {
      log.info(event, 'read models');
    },
  });
  const close = async (): Promise<void> => {
    await keeper.close();
    await past.stop();
    await shown.stop();
    shown.close();
    book.close();
  };
  return { shown, past, keeper, close };
};

/** Waits until what is recorded is shown. */
const showAll = async (store: EventStore, shown: LiveReadModels): Promise<void> => {
  await shown.caughtUp;
  const head = await store.head();
  if (head !== null) await shown.waitForPosition(head, 60_000);
};

/** The record, when what was decided to be erased is erased in it. @throws Unavailable, CannotStart */
const openRecord = async ({ dataDir, eventStore }: Settings): Promise<EventStore> => {
  refuseMoved(dataDir, eventStore);
  const store = openStoreAt(placeOfRecord(dataDir, eventStore));
  try {
    await refuseUnerased(dataDir, store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** What runs until it is told to end. */
interface Ended {
  readonly stop: () => Promise<void>;
}

/** Adds what needs the opened log: its sealing, and what goes out. @param running  takes what has to be ended, the last one first */
const complete = async (settings: Settings, opened: Environment, running: Ended[], log: Logger): Promise<Environment> => {
  const sealing = await sealFrom(settings, opened.store, log);
  if (sealing !== null) running.push(sealing);
  const env = { ...opened, ledger: sealing?.ledger ?? null };
  const outgoing = await startOutgoingOf(settings, () => env, log);
  running.push(outgoing);
  return { ...env, outgoing: outgoing.standing };
};

/**
 * Opens store and read models in the data folder, records the opening on an empty log, and waits until the read models show it.
 *
 * @throws Unavailable, CannotStart: each with one sentence
 */
export const openDeployment = async (settings: Settings, log: Logger): Promise<Deployment> => {
  const store = await openRecord(settings);
  const { clock, founding } = await resumeClock(store, settings.clock);
  const { shown, past, keeper, close: closeReadModels } = openReadModels(store, settings, log);
  const people = startPersonDirectory(store, join(settings.dataDir, 'person-directory.db'));
  const kept = await keepEntrance(settings, store);
  const processes = startWorker(settings.dataDir, { store, clock, env: () => env, log });
  const env: Environment = {
    store,
    read: shown,
    directory: people.directory,
    projections: shown,
    rowHistory: past.rowHistory,
    versions: { builds: keeper.builds, outdated: shown.outdated, rowHistory: past.standing },
    ledger: null,
    processes,
    clock,
    ...kept.env,
    reads: keepReads(settings.dataDir),
    blobs: openFileBlobStore(join(settings.dataDir, 'blobs'), { sweeps: true }),
    random: randomBytes,
  };
  const running: Ended[] = [];
  const close = async (): Promise<void> => {
    for (const part of running.toReversed()) await part.stop();
    await Promise.all([processes.stop(), people.stop()]);
    kept.close();
    await closeReadModels();
    await store.close();
  };
  try {
    await recordOpening(env, settings, founding);
    await showAll(store, shown);
    await walkOn(env, log);
    return { env: await complete(settings, env, running, log), setUpLink: kept.setUpLink, close };
  } catch (error) {
    await close();
    throw error;
  }
};
