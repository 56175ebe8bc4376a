import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openReadModelsAsTheyAre, removeReadModels } from '../storage/read-database.ts';
import { parkedKeys, stoppedProjections } from '../runner/poison.ts';
import type { Troubles } from './build-version.ts';
import type { ReadModelSet } from './read-model-set.ts';
import type { SetName, Version, VersionBook } from './version-book.ts';

/** Files of read models from before they had versions. */
const unversioned = ['read.db', 'history.db'];

const isFileOf = (set: SetName, name: string): boolean => name.startsWith(`${set}.`) && name.endsWith('.db');

/** Takes away everything in a folder that follows from the log through read models: it is all built anew. */
export const removeAllVersions = (folder: string): void => {
  const files = readdirSync(folder).filter((name) => isFileOf('read-models', name) || isFileOf('row-history', name));
  [...files, ...unversioned, 'live.db'].forEach((name) => {
    removeReadModels(join(folder, name));
  });
};

const removeUnknown = (book: VersionBook, folder: string, set: SetName): void => {
  const known = new Set(book.all().map(({ file }) => file));
  const stray = readdirSync(folder).filter((name) => isFileOf(set, name) && !known.has(name));
  [...stray, ...unversioned].forEach((name) => {
    removeReadModels(join(folder, name));
  });
};

const isWhole = (path: string): boolean => {
  const file = existsSync(path) ? openReadModelsAsTheyAre(path) : null;
  file?.close();
  return file !== null;
};

/**
 * The version of a set that readers are shown. Where there is none, a new one is shown from the first event on: nobody has to wait
 * for a second building of it.
 */
export const liveVersion = (book: VersionBook, folder: string, set: ReadModelSet): Version => {
  const live = book.live(set.name);
  if (live !== null && isWhole(join(folder, live.file))) return live;
  if (live !== null) {
    book.lose(live.number, 'its file is gone or torn');
    removeReadModels(join(folder, live.file));
  }
  removeUnknown(book, folder, set.name);
  const unfinished = book.unfinished(set.name);
  const begun = unfinished?.fingerprint === set.fingerprint ? unfinished : beginAnew(book, folder, set);
  book.takeOver(begun.number);
  return begun;
};

/** Ends a build that will not take over, with its file. */
export const dropBuild = (
  book: VersionBook,
  folder: string,
  { number, file }: Pick<Version, 'number' | 'file'>,
  state: 'cancelled' | 'failed',
  reason: string,
): void => {
  book.end(number, state, reason);
  removeReadModels(join(folder, file));
};

/** Why a build is given up that this program did not begin. */
export const byAnother = 'it was begun by another program';

/** Begins a version of a set, or goes on with the one that this program began. */
export const beginAnew = (book: VersionBook, folder: string, set: ReadModelSet): Version => {
  const unfinished = book.unfinished(set.name);
  if (unfinished?.fingerprint === set.fingerprint) return unfinished;
  if (unfinished !== null) dropBuild(book, folder, unfinished, 'cancelled', byAnother);
  return book.begin(set.name, set.fingerprint);
};

/** Takes away retired files that nobody has been shown for so long. */
export const removeRetired = (book: VersionBook, folder: string, graceMs: number): void => {
  const isOver = ({ state, since }: Version): boolean => state === 'retired' && Date.now() - Date.parse(since) >= graceMs;
  for (const { number, file } of book.all().filter(isOver)) {
    removeReadModels(join(folder, file));
    book.end(number, 'removed', null);
  }
};

/** What stands still in a file; nothing when it is not there. */
export const troublesIn = (path: string): Troubles => {
  const file = openReadModelsAsTheyAre(path);
  if (file === null) return { stopped: [], parked: [] };
  try {
    return { stopped: stoppedProjections(file), parked: parkedKeys(file) };
  } finally {
    file.close();
  }
};
