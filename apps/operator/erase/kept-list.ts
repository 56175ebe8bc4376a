import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { erasureStreams } from '../../../libs/application/src/index.ts';
import type { EventStore } from '../../../libs/event-store/src/index.ts';
import { replaceFile } from '../../../libs/ledger/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { keptListOf, readKeptList, type KeptErasure } from '../../standalone/kept-erasures.ts';
import { erasuresBeside } from '../maintain.ts';

const writeKeptList = (path: string, kept: Iterable<KeptErasure>): void => {
  const lines = [...kept].map((erasure) => `${JSON.stringify(erasure)}\n`);
  replaceFile(path, Buffer.from(lines.join(''), 'utf8'));
};

/** Writes down the erasures that are on record, beside those that were kept before; whole or not at all. */
export const keepErasures = async (store: EventStore, path: string): Promise<void> => {
  const kept = new Map(readKeptList(path).map((erasure) => [erasure.erasureId, erasure]));
  for (const [stream, events] of await erasureStreams(store)) {
    const erasureId = stream.slice('erasure-'.length);
    if (!events.some(({ type }) => type === 'ErasureApproved')) continue;
    const decided = events.filter(({ type }) => type !== 'ErasurePurged');
    kept.set(erasureId, { erasureId, events: decided.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })) });
  }
  writeKeptList(path, kept.values());
};

/**
 * Puts erasures on record again that a restored record does not know of, word for word: it is the beginning of the record in which they
 * were decided.
 *
 * @returns how many were not on record
 */
export const recordKeptAgain = async (store: EventStore, kept: readonly KeptErasure[]): Promise<number> => {
  const known = await erasureStreams(store);
  let missing = 0;
  for (const { erasureId, events } of kept) {
    const stream = `erasure-${erasureId}`;
    const found = known.get(stream) ?? [];
    const ids = new Set(found.map(({ id }) => id));
    const added = events.filter(({ id }) => !ids.has(id));
    const last = found.at(-1)?.revision;
    if (found.some(({ type }) => type === 'ErasurePurged') || added.length === 0) continue;
    await store.append(stream, last ?? 'no_stream', added);
    missing += 1;
  }
  return missing;
};

/**
 * Puts a list into a data folder before a backup is put there, beside what the folder has kept itself: from then on whatever happens the
 * record is not served before it is followed.
 *
 * @param named  the list to go by; null for the one beside the backup
 * @returns whether there is a list
 */
export const placeKeptList = (dataDir: string, backup: string, named: string | null): boolean => {
  if (named !== null && !existsSync(named)) throw new CannotStart(`There is no ${named}.`, { exitCode: 66 });
  const own = keptListOf(dataDir);
  const kept = new Map(
    [own, named === null ? erasuresBeside(backup) : resolve(named)].flatMap(readKeptList).map((one) => [one.erasureId, one]),
  );
  // A folder with a record keeps its own list: nothing will be restored there.
  if (kept.size > 0 && !existsSync(join(dataDir, 'events.db'))) writeKeptList(own, kept.values());
  return kept.size > 0;
};
