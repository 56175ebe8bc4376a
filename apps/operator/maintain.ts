import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { upcasters } from '../../libs/application/src/index.ts';
import { backUp, checkBackup, openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import {
  digestTables,
  openRowHistory,
  openShippedReadModels,
  historyProjections,
  shippedProjections,
  startProjections,
  type Projection,
  type ReadModelFile,
} from '../../libs/projections/src/index.ts';
import { CannotStart, holdDataDir } from '../standalone/data-dir.ts';

const rebuildable = ['read.db', 'history.db', 'process.db'];

const withSidecars = (path: string): readonly string[] => [path, `${path}-wal`, `${path}-shm`];

const storeIn = (dataDir: string): string => {
  const file = join(dataDir, 'events.db');
  if (!existsSync(file)) throw new CannotStart(`There is no record in ${dataDir}.`, { exitCode: 66 });
  return file;
};

/** Copies the record, which may be in use, to a new file. @returns one sentence @throws CannotStart, Unavailable */
export const backUpRecord = async (dataDir: string, out: string, tell: (line: string) => void): Promise<string> => {
  let told = 0;
  const { events } = await backUp(storeIn(dataDir), resolve(out), ({ done, total }) => {
    if (done - told < total / 10) return;
    told = done;
    tell(`${done}/${total} pages`);
  });
  return `${events} events are safe in ${out}; the copy was read whole and is in order.`;
};

/** Puts a backup in the place of a record that is not there. Read models come back from it at the next start. @throws CannotStart, Unavailable */
export const restoreRecord = (dataDir: string, from: string): string => {
  const { events } = checkBackup(from);
  mkdirSync(dataDir, { recursive: true });
  const lock = holdDataDir(dataDir);
  try {
    const target = join(dataDir, 'events.db');
    if (existsSync(target))
      throw new CannotStart(`${dataDir} holds a record; a restore never replaces one. Set DATA_DIR to a new folder.`, { exitCode: 73 });
    rebuildable
      .flatMap((name) => withSidecars(join(dataDir, name)))
      .forEach((path) => {
        rmSync(path, { force: true });
      });
    copyFileSync(from, `${target}.partial`);
    checkBackup(`${target}.partial`);
    renameSync(`${target}.partial`, target);
    return `${events} events are restored to ${dataDir}.`;
  } finally {
    lock.release();
  }
};

interface Built {
  readonly events: number;
  readonly seconds: number;
  readonly digests: Readonly<Record<string, string>>;
}

const build = async (file: string, db: ReadModelFile, projections: readonly Projection[]): Promise<Built> => {
  const store = openSqliteEventStore(file);
  const begun = performance.now();
  const runner = startProjections({ store, db, projections, upcasters });
  try {
    await runner.caughtUp;
    const seconds = (performance.now() - begun) / 1_000;
    return { events: Number(runner.standing().position ?? 0n), seconds, digests: digestTables(db) };
  } finally {
    await runner.stop();
    db.close();
    await store.close();
  }
};

const differing = (a: Built, b: Built): readonly string[] =>
  Object.keys(a.digests).filter((table) => a.digests[table] !== b.digests[table]);

/**
 * Builds the read models and the row history of a record anew, while nobody serves it.
 *
 * @throws CannotStart when a service holds the folder
 */
export const rebuildReadModels = async (dataDir: string, tell: (line: string) => void): Promise<string> => {
  const file = storeIn(dataDir);
  const lock = holdDataDir(dataDir);
  try {
    rebuildable
      .flatMap((name) => withSidecars(join(dataDir, name)))
      .forEach((path) => {
        rmSync(path, { force: true });
      });
    const read = await build(file, openShippedReadModels(join(dataDir, 'read.db')), shippedProjections);
    tell(`read models: ${Object.keys(read.digests).length} tables from ${read.events} events in ${read.seconds.toFixed(1)} s`);
    const history = await build(
      file,
      openRowHistory(join(dataDir, 'history.db'), shippedProjections),
      historyProjections(shippedProjections),
    );
    return `row history: ${Object.keys(history.digests).length} tables in ${history.seconds.toFixed(1)} s. Both are built anew.`;
  } finally {
    lock.release();
  }
};

/**
 * Builds the read models twice from nothing, beside the record, and compares them table by table with each other and with those in
 * use, when they stand at the same place.
 *
 * @returns the tables that differ, and what was compared
 */
export const proveRebuild = async (dataDir: string): Promise<{ readonly differing: readonly string[]; readonly sentence: string }> => {
  const file = storeIn(dataDir);
  const lock = holdDataDir(dataDir);
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-prove-'));
  try {
    const first = await build(file, openShippedReadModels(join(folder, 'first.db')), shippedProjections);
    const second = await build(file, openShippedReadModels(join(folder, 'second.db')), shippedProjections);
    const inUse = await build(file, openShippedReadModels(join(dataDir, 'read.db')), shippedProjections);
    const found = [...new Set([...differing(first, second), ...differing(first, inUse)])];
    const tables = Object.keys(first.digests).length;
    const sentence =
      found.length === 0
        ? `proved: ${tables} tables from ${first.events} events, built twice from nothing, equal each other and those in use.`
        : `NOT EQUAL: ${found.join(', ')}.`;
    return { differing: found, sentence };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    lock.release();
  }
};
