import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes away every database of a data folder but the record itself: read models, their past, the directory of persons, processes and
 * queues all come back from the log (DESIGN §2), without what the log no longer holds.
 */
export const removeDerivedFiles = (dataDir: string): void => {
  const derived = readdirSync(dataDir).filter((name) => /\.db(?:-wal|-shm|-journal)?$/.test(name) && !name.startsWith('events.db'));
  derived.forEach((name) => {
    rmSync(join(dataDir, name), { force: true });
  });
};
