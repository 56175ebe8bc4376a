import { join } from 'node:path';
import { upcasters } from '../../libs/application/src/index.ts';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import {
  beginAnew,
  buildVersion,
  dropBuild,
  readModelSet,
  removeRetired,
  rowHistorySet,
  shippedProjections,
  troublesIn,
  VersionBook,
  type BuildProgress,
  type ReadModelSet,
  type Version,
} from '../../libs/projections/src/index.ts';
import { CannotStart, holdDataDir, holderOf } from '../standalone/data-dir.ts';
import { storeIn } from './maintain.ts';

/** Told how far the building of a set is. */
export type TellProgress = (set: string, progress: BuildProgress) => void;

interface Rebuilding {
  readonly dataDir: string;
  readonly signal: AbortSignal;
  readonly tell: TellProgress;
}

const interruptedCode = 130;

const shippedSets = (): readonly ReadModelSet[] => [readModelSet(shippedProjections), rowHistorySet(shippedProjections)];

const withBook = async <T>(dataDir: string, work: (book: VersionBook) => Promise<T> | T): Promise<T> => {
  const book = new VersionBook(join(dataDir, 'live.db'));
  try {
    return await work(book);
  } finally {
    book.close();
  }
};

const interrupted = (set: string, { done, total }: BuildProgress): CannotStart =>
  new CannotStart(`Interrupted: ${set} at ${done} of ${total} events. What is shown is unchanged; "rebuild" goes on from there.`, {
    exitCode: interruptedCode,
  });

/** Builds a version of a set here and lets it take over; nobody is shown anything meanwhile. */
const buildHere = async ({ dataDir, signal, tell }: Rebuilding, book: VersionBook, set: ReadModelSet): Promise<string> => {
  const { number, file } = beginAnew(book, dataDir, set);
  book.want(number, 'build');
  const live = book.live(set.name);
  const store = openSqliteEventStore(storeIn(dataDir));
  const begun = performance.now();
  let reached: BuildProgress = { done: 0, total: 0, perSecond: 0 };
  const end = await buildVersion({
    store,
    set,
    path: join(dataDir, file),
    upcasters,
    signal,
    tolerated: live === null ? { stopped: [], parked: [] } : troublesIn(join(dataDir, live.file)),
    tell: (progress) => {
      reached = progress;
      book.progress(number, progress);
      tell(set.name, progress);
    },
  }).finally(() => store.close());
  if (end.kind === 'interrupted') {
    book.want(number, 'pause');
    throw interrupted(set.name, reached);
  }
  if (end.kind === 'failed') {
    dropBuild(book, dataDir, { number, file }, 'failed', end.reason);
    throw new CannotStart(`${set.name} cannot be built: ${end.reason}. What is shown is unchanged.`);
  }
  book.takeOver(number);
  removeRetired(book, dataDir, 0);
  return `${set.name}: built anew from ${reached.done} events in ${((performance.now() - begun) / 1_000).toFixed(1)} s`;
};

const pollMs = 200;

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pollMs));

/** Waits until the service has settled a build. @throws CannotStart when it is interrupted, or the service ends */
const settled = async ({ dataDir, signal, tell }: Rebuilding, book: VersionBook, number: number): Promise<Version> => {
  for (;;) {
    const version = book.version(number);
    if (version === null) throw new CannotStart(`Version ${number} is known no longer.`);
    if (version.state !== 'building') return version;
    if (version.total > 0) tell(version.set, version);
    if (signal.aborted) {
      book.want(number, 'pause');
      throw interrupted(version.set, version);
    }
    if (holderOf(dataDir) === null) throw new CannotStart('The service has ended; "rebuild" goes on from where it was.');
    await later();
  }
};

/** Asks the service that holds the folder, which builds beside what it shows. */
const buildByService = async (rebuilding: Rebuilding, book: VersionBook, set: ReadModelSet): Promise<string> => {
  const { number } = book.unfinished(set.name) ?? book.begin(set.name, set.fingerprint);
  book.want(number, 'build');
  const { state, reason, done } = await settled(rebuilding, book, number);
  if (state === 'live' || state === 'retired' || state === 'removed') return `${set.name}: built anew from ${done} events by the service`;
  throw new CannotStart(`${set.name}: the build ${state === 'failed' ? 'failed' : 'was cancelled'}: ${reason ?? 'no reason was given'}.`);
};

/**
 * Builds the read models and the row history of a record anew, beside those that are shown, and lets them take over. While a service
 * holds the folder it is the service that builds.
 *
 * @returns one sentence per set
 * @throws CannotStart when it is interrupted (130; the next call goes on from there), or what was built may not take over
 */
export const rebuildReadModels = async (rebuilding: Rebuilding): Promise<readonly string[]> => {
  const { dataDir } = rebuilding;
  storeIn(dataDir);
  const isServed = holderOf(dataDir) !== null;
  const lock = isServed ? null : holdDataDir(dataDir);
  try {
    return await withBook(dataDir, async (book) => {
      const sentences: string[] = [];
      for (const set of shippedSets())
        sentences.push(await (isServed ? buildByService(rebuilding, book, set) : buildHere(rebuilding, book, set)));
      return sentences;
    });
  } finally {
    lock?.release();
  }
};

/** Ends builds that have not taken over, with their files; what is shown is unchanged. @returns one sentence */
export const cancelRebuild = async (rebuilding: Rebuilding): Promise<string> => {
  const { dataDir } = rebuilding;
  storeIn(dataDir);
  const isServed = holderOf(dataDir) !== null;
  const lock = isServed ? null : holdDataDir(dataDir);
  try {
    return await withBook(dataDir, async (book) => {
      const builds = shippedSets().flatMap(({ name }) => book.unfinished(name) ?? []);
      for (const build of builds) {
        if (!isServed) dropBuild(book, dataDir, build, 'cancelled', 'somebody asked for it');
        book.want(build.number, 'cancel');
      }
      const ended = await Promise.all(builds.map(({ number }) => settled(rebuilding, book, number)));
      if (ended.length === 0) return 'Nothing is being built.';
      const sentences = ended.map(({ set, state, done, total }) => `${set} ${state} at ${done} of ${total} events`);
      return `${sentences.join('; ')}. What was shown before is shown still.`;
    });
  } finally {
    lock?.release();
  }
};
