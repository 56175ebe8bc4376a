import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes away every database of a data folder but the record itself: read models, their past, the directory of persons, processes and
 * queues all come back from the log (DESIGN §2), without what the log no longer holds. Sessions end with it: whoever was signed in
 * signs in again.
 */
export const removeDerivedFiles = (dataDir: string): void => {
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
  const derived = files.filter((name) => /\.db(?:-wal|-shm|-journal)?$/.test(name) && !name.startsWith('events.db'));
  derived.forEach((name) => {
    rmSync(join(dataDir, name), { force: true });
  });
};
