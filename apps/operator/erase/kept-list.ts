import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { erasureStreams } from '../../../libs/application/src/index.ts';
import type { EventStore, NewEvent } from '../../../libs/event-store/src/index.ts';
import { replaceFile } from '../../../libs/ledger/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';

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

/** Writes down the erasures that are on record, beside those that were kept before; whole or not at all. */
export const keepErasures = async (store: EventStore, path: string): Promise<void> => {
  const kept = new Map(readKeptList(path).map((erasure) => [erasure.erasureId, erasure]));
  for (const [stream, events] of await erasureStreams(store)) {
    const erasureId = stream.slice('erasure-'.length);
    if (!events.some(({ type }) => type === 'ErasureApproved')) continue;
    const decided = events.filter(({ type }) => type !== 'ErasurePurged');
    kept.set(erasureId, { erasureId, events: decided.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })) });
  }
  const lines = [...kept.values()].map((erasure) => `${JSON.stringify(erasure)}\n`);
  replaceFile(path, Buffer.from(lines.join(''), 'utf8'));
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
