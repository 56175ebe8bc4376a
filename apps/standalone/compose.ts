import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { startClock, upcasters, type Clock, type Environment } from '../../libs/application/src/index.ts';
import type { BusinessClock, Instant } from '../../libs/domain/src/index.ts';
import { domainData, Disposed, type EventStore } from '../../libs/event-store/src/index.ts';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import {
  openShippedReadModels,
  shippedProjections,
  startProjections,
  type ReadModelFile,
  type RowHistory,
} from '../../libs/projections/src/index.ts';
import { ledgerState, openLedger, recordOpeningSituation, recordReferenceData } from './opening.ts';
import { keepRowHistory } from './row-history.ts';
import { keepLedger, type KeptLedger } from './sealer.ts';
import type { ClockSetting, Settings } from './settings.ts';

/** One deployment in this process: its environment, and how to end it. */
export interface Deployment {
  readonly env: Environment;
  readonly readModels: ReadModelFile;
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

/** Instant of the last event of the log. */
const lastInstant = async (store: EventStore): Promise<Instant | null> => {
  const [last] = await Array.fromAsync(store.readAll({ direction: 'backwards', maxCount: 1 }));
  return (last?.metadata['occurredAt'] ?? null) as Instant | null;
};

const laterOf = (a: Instant | null, b: Instant | null): Instant | null => (a === null || (b !== null && b > a) ? b : a);

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
  return { clock: startClock(ledger.clock, laterOf(await lastInstant(store), ledger.advancedTo), Date.now), founding: null };
};

/** Follows the record for advances of the clock, which the operator may record from another process. */
const followClock = (store: EventStore, clock: Clock, signal: AbortSignal): Promise<void> => {
  const advances = store.subscribeAll({ after: 'end', filter: { types: ['BusinessClockAdvanced'] }, signal });
  const follow = async (): Promise<void> => {
    for await (const message of advances) {
      const events = message.kind === 'events' ? message.events : [];
      events.forEach((event) => {
        clock.advanceTo((domainData(event, upcasters) as { to: Instant }).to);
      });
    }
  };
  return follow().catch((error: unknown) => {
    if (!(error instanceof Disposed)) throw error;
  });
};

/** The parts of one deployment over an open store; nothing is recorded yet. */
export const composeEnvironment = (
  store: EventStore,
  readModels: ReadModelFile,
  clock: Clock,
  rowHistory: RowHistory | null,
  tell: (trouble: object) => void,
): Environment => ({
  store,
  read: readModels,
  projections: startProjections({ store, db: readModels, projections: shippedProjections, upcasters, tell }),
  rowHistory,
  ledger: null,
  clock,
  random: (bytes) => randomBytes(bytes),
});

const recordOpening = async (env: Environment, settings: Settings, founding: BusinessClock | null): Promise<void> => {
  if (founding !== null) await openLedger(env, { clock: founding, domain: settings.ledgerDomain, dataDir: settings.dataDir });
  const ledger = await ledgerState(env.store);
  if (ledger.status !== 'open' || ledger.clock.mode === 'real') return;
  await recordReferenceData(env);
  // Only the clock that starts at the opening situation finds it open; any other start plays its own beginning.
  if (ledger.clock.start === openingInstant) await recordOpeningSituation(env);
};

/** Seals the ledger that the log has opened; null while there is none. */
const sealFrom = async ({ dataDir }: Settings, store: EventStore, log: Logger): Promise<KeptLedger | null> => {
  const ledger = await ledgerState(store);
  if (ledger.status !== 'open') return null;
  return keepLedger(dataDir, ledger.origin, (err) => {
    log.error({ err }, 'the ledger is not sealed');
  });
};

/**
 * Opens store and read models in the data folder, records the opening on an empty log, and waits until the read models show it.
 *
 * @throws Unavailable, CannotStart: each with one sentence
 */
export const openDeployment = async (settings: Settings, log: Logger): Promise<Deployment> => {
  const store = openSqliteEventStore(join(settings.dataDir, 'events.db'));
  const { clock, founding } = await resumeClock(store, settings.clock);
  const readModels = openShippedReadModels(join(settings.dataDir, 'read.db'));
  const kept = keepRowHistory(settings.dataDir, (err) => {
    log.error({ err }, 'past states are kept no longer');
  });
  const env = composeEnvironment(store, readModels, clock, kept.rowHistory, (trouble) => {
    log.error(trouble, 'a read model cannot take an event');
  });
  let sealing: KeptLedger | null = null;
  const stopping = new AbortController();
  const following = followClock(store, clock, stopping.signal);
  const close = async (): Promise<void> => {
    stopping.abort();
    await following;
    await kept.stop();
    await sealing?.stop();
    await env.projections.stop();
    await store.close();
    readModels.close();
  };
  try {
    await recordOpening(env, settings, founding);
    await env.projections.caughtUp;
    const head = await store.head();
    if (head !== null) await env.projections.waitForPosition(head, 60_000);
    sealing = await sealFrom(settings, store, log);
    return { env: { ...env, ledger: sealing?.ledger ?? null }, readModels, close };
  } catch (error) {
    await close();
    throw error;
  }
};
