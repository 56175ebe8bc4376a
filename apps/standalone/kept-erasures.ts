import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStream, type EventStore, type NewEvent } from '../../libs/event-store/src/index.ts';
import { CannotStart } from './data-dir.ts';

/** An erasure as it was decided, outside the record: a backup from before it knows nothing of it. Hashes and pseudonyms only. */
export interface KeptErasure {
  readonly erasureId: string;
  /** Its events, in their order, word for word. */
  readonly events: readonly NewEvent[];
}

/** The list of a data folder. Whoever keeps backups elsewhere keeps a copy of it there. */
export const keptListOf = (dataDir: string): string => join(dataDir, 'erasures.jsonl');

/** Reads a list; empty when the file is not there. @throws CannotStart when a line is none of a list */
export const readKeptList = (path: string): readonly KeptErasure[] => {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as KeptErasure;
    } catch (cause) {
      throw new CannotStart(`${path} is damaged in line ${index + 1}.`, { exitCode: 74, cause });
    }
  });
};

/**
 * Nobody is served what was decided to be erased: not from a restored backup, and not from a record on which an erasure was interrupted.
 *
 * @throws CannotStart with exit code 75 when an erasure of the folder's list is not carried out on its record
 */
export const refuseUnerased = async (dataDir: string, store: EventStore): Promise<void> => {
  let waiting = 0;
  for (const { erasureId } of readKeptList(keptListOf(dataDir))) {
    const { events } = await loadStream(store, `erasure-${erasureId}`);
    if (!events.some(({ type }) => type === 'ErasurePurged')) waiting += 1;
  }
  if (waiting === 0) return;
  const what = waiting === 1 ? 'An erasure is' : `${waiting} erasures are`;
  throw new CannotStart(`${what} not carried out on this record: run "operator erase" first.`, { exitCode: 75 });
};
