import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isEventStore } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import { Unavailable } from '../../../libs/event-store/src/index.ts';

/** What cannot even be read is no copy of a record. */
const isCopy = (path: string): boolean => {
  try {
    return isEventStore(path);
  } catch (error) {
    if (error instanceof Unavailable) return false;
    throw error;
  }
};

/**
 * Takes away every database of a data folder but the record itself: read models, their past, the directory of persons, processes and
 * queues all come back from the log (DESIGN §2), without what the log no longer holds. Sessions end with it: whoever was signed in
 * signs in again.
 *
 * @returns copies of records that somebody keeps there: they stay, with all that is in them
 */
export const removeDerivedFiles = (dataDir: string): readonly string[] => {
  const databases = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.db') && name !== 'events.db')
    .map((name) => join(dataDir, name))
    .sort();
  const copies = databases.filter(isCopy);
  databases
    .filter((path) => !copies.includes(path))
    .flatMap((path) => ['', '-wal', '-shm', '-journal'].map((suffix) => `${path}${suffix}`))
    .forEach((path) => {
      rmSync(path, { force: true });
    });
  return copies;
};
