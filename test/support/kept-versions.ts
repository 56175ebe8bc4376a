import { join } from 'node:path';
import { uuidV5, type EventStore, type GlobalPosition } from '../../libs/event-store/src/index.ts';
import {
  buildVersion,
  LiveReadModels,
  liveVersion,
  VersionBook,
  VersionKeeper,
  type BuildEnd,
  type KeeperParts,
  type Projection,
  type ReadModelSet,
} from '../../libs/projections/src/index.ts';

/** Counts events per stream, in a column of that name. */
export const counting = (name: string, version = 1, column = 'events'): Projection => ({
  name,
  version,
  tables: [name],
  ddl: `CREATE TABLE ${name} (stream TEXT PRIMARY KEY, ${column} INTEGER NOT NULL) STRICT, WITHOUT ROWID;`,
  every: (tx, { stream }) => {
    tx.run(`INSERT INTO ${name} VALUES (?, 1) ON CONFLICT (stream) DO UPDATE SET ${column} = ${column} + 1`, stream);
  },
  handlers: {},
});

/** A set of read models that is kept and replaced as a service does it, without threads. */
export interface KeptVersions {
  readonly book: VersionBook;
  readonly shown: LiveReadModels;
  readonly keeper: VersionKeeper;
  /** What the keeper said. */
  readonly told: readonly string[];
  readonly close: () => Promise<void>;
}

/** Appends one event without meaning. */
export const appendThing = async (store: EventStore, stream: string): Promise<GlobalPosition> => {
  const head = (await store.head()) ?? 0n;
  const event = { id: uuidV5(`event ${head}`), type: 'ThingHappened', data: {}, metadata: {} };
  const { position } = await store.append(stream, 'any', [event]);
  if (position === null) throw new Error('nothing was appended');
  return position;
};

const buildingBehind =
  (store: EventStore, set: ReadModelSet, gate: Promise<unknown>): KeeperParts['startBuild'] =>
  (_name, path, tolerated, tell) => {
    const interrupting = new AbortController();
    const { signal } = interrupting;
    const stopped = new Promise<BuildEnd>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve({ kind: 'interrupted' });
      });
    });
    const building = gate.then(() => buildVersion({ store, set, path, upcasters: {}, signal, tolerated, tell }));
    const interrupt = (): void => {
      interrupting.abort();
    };
    return { ended: Promise.race([building, stopped]), interrupt };
  };

/** Starts keeping a set in a folder. @param gate  nothing is built before it resolves */
export const keepVersions = async (
  parts: { readonly store: EventStore; readonly folder: string; readonly gate: Promise<unknown>; readonly graceMs?: number },
  set: ReadModelSet,
): Promise<KeptVersions> => {
  const { store, folder, gate, graceMs = 0 } = parts;
  const book = new VersionBook(join(folder, 'live.db'));
  const { file } = liveVersion(book, folder, set);
  const shown = new LiveReadModels({ store, upcasters: {}, set, tell: () => undefined }, join(folder, file));
  const told: string[] = [];
  const keeper = new VersionKeeper({
    book,
    folder,
    sets: [{ set, troubles: shown.standing, adopt: shown.adopt }],
    graceMs,
    startBuild: buildingBehind(store, set, gate),
    tell: ({ number, event }) => told.push(`${number} ${event}`),
    pollMs: 5,
  });
  const close = async (): Promise<void> => {
    await keeper.close();
    await shown.stop();
    shown.close();
    book.close();
  };
  await shown.caughtUp;
  return { book, shown, keeper, told, close };
};
