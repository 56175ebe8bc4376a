import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { upcasters } from '../../libs/application/src/index.ts';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import {
  differingTables,
  digestTables,
  liveVersion,
  readModelSet,
  shippedProjections,
  startProjections,
  VersionBook,
  type ReadModelSet,
} from '../../libs/projections/src/index.ts';
import { holdDataDir } from '../standalone/data-dir.ts';
import { storeIn } from './maintain.ts';

interface Built {
  readonly events: number;
  readonly digests: Readonly<Record<string, string>>;
}

const build = async (file: string, set: ReadModelSet, path: string): Promise<Built> => {
  const store = openSqliteEventStore(file);
  const db = set.open(path);
  const runner = startProjections({ store, db, projections: set.projections, upcasters });
  try {
    await runner.caughtUp;
    return { events: Number(runner.standing().position ?? 0n), digests: digestTables(db) };
  } finally {
    await runner.stop();
    db.close();
    await store.close();
  }
};

/** Those in use, brought to the head of the log; null when an earlier program made them and they are about to be replaced. */
const buildInUse = async (dataDir: string, set: ReadModelSet): Promise<Built | null> => {
  const book = new VersionBook(join(dataDir, 'live.db'));
  try {
    const live = liveVersion(book, dataDir, set);
    return live.fingerprint === set.fingerprint ? await build(storeIn(dataDir), set, join(dataDir, live.file)) : null;
  } finally {
    book.close();
  }
};

/**
 * Builds the read models twice from nothing, apart from the record, and compares them table by table with each other and with those
 * in use.
 *
 * @returns the tables that differ, each with its projection, and what was compared
 * @throws CannotStart while a service holds the folder
 */
export const proveRebuild = async (
  dataDir: string,
  set: ReadModelSet = readModelSet(shippedProjections),
): Promise<{ readonly differing: readonly string[]; readonly sentence: string }> => {
  const file = storeIn(dataDir);
  const lock = holdDataDir(dataDir);
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-prove-'));
  try {
    const first = await build(file, set, join(folder, 'first.db'));
    const second = await build(file, set, join(folder, 'second.db'));
    const inUse = await buildInUse(dataDir, set);
    const others = inUse === null ? [second] : [second, inUse];
    const found = [...new Set(others.flatMap(({ digests }) => differingTables(first.digests, digests, set.projections)))];
    const tables = Object.keys(first.digests).length;
    const compared = inUse === null ? 'equal each other; those in use are an earlier program’s' : 'equal each other and those in use';
    const sentence =
      found.length === 0
        ? `proved: ${tables} tables from ${first.events} events, built twice from nothing, ${compared}.`
        : `NOT EQUAL: ${found.join(', ')}.`;
    return { differing: found, sentence };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    lock.release();
  }
};
