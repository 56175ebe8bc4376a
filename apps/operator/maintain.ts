import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BlobDamaged, copyBlobs, type CopiedBlobs } from '../../libs/documents/src/index.ts';
import { backUp, checkBackup } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import { removeAllVersions } from '../../libs/projections/src/index.ts';
import { CannotStart, holdDataDir } from '../standalone/data-dir.ts';
import { keptListOf } from '../standalone/kept-erasures.ts';

/** The event store of a data folder. @throws CannotStart when there is none */
export const storeIn = (dataDir: string): string => {
  const file = join(dataDir, 'events.db');
  if (!existsSync(file)) throw new CannotStart(`There is no record in ${dataDir}.`, { exitCode: 66 });
  return file;
};

/** Where the files of a backup lie: beside it. */
const filesBeside = (backup: string): string => `${backup}.blobs`;

/** Where the erasures of a backup are listed, as they were when it was made. */
export const erasuresBeside = (backup: string): string => `${backup}.erasures`;

/** @throws CannotStart naming the file whose bytes are not what was filed */
const copyFiles = async (from: string, to: string, tell: (line: string) => void): Promise<CopiedBlobs> => {
  try {
    return await copyBlobs(from, to, (files) => {
      if (files % 1_000 === 0) tell(`${files} files`);
    });
  } catch (error) {
    if (!(error instanceof BlobDamaged)) throw error;
    throw new CannotStart(`A file that was handed in is damaged: ${error.message}.`, { exitCode: 74, cause: error });
  }
};

/**
 * Copies the record, which may be in use, to a new file, and the files that were handed in to a folder beside it. The record first:
 * whatever it names was kept before it was named.
 *
 * @returns one sentence
 * @throws CannotStart, Unavailable
 */
export const backUpRecord = async (dataDir: string, out: string, tell: (line: string) => void): Promise<string> => {
  let told = 0;
  const store = storeIn(dataDir);
  const target = resolve(out);
  if (existsSync(filesBeside(target)))
    throw new CannotStart(`${filesBeside(target)} exists already; a backup never replaces a file.`, { exitCode: 74 });
  const { events } = await backUp(store, target, ({ done, total }) => {
    if (done - told < total / 10) return;
    told = done;
    tell(`${done}/${total} pages`);
  });
  const { files } = await copyFiles(join(dataDir, 'blobs'), filesBeside(target), tell);
  const erasures = keptListOf(dataDir);
  if (existsSync(erasures)) copyFileSync(erasures, erasuresBeside(target));
  return `${events} events are safe in ${out}, ${files} files beside it; the copy was read whole and is in order.`;
};

/**
 * Puts a backup, and the files beside it, in the place of a record that is not there. Read models come back from it at the next
 * start. The files come first: a record that names them is there only when they are.
 *
 * @throws CannotStart, Unavailable
 */
export const restoreRecord = async (dataDir: string, from: string, tell: (line: string) => void): Promise<string> => {
  const { events } = checkBackup(from);
  mkdirSync(dataDir, { recursive: true });
  const lock = holdDataDir(dataDir);
  try {
    const target = join(dataDir, 'events.db');
    if (existsSync(target))
      throw new CannotStart(`${dataDir} holds a record; a restore never replaces one. Set DATA_DIR to a new folder.`, { exitCode: 73 });
    removeAllVersions(dataDir);
    for (const file of ['process.db', 'person-directory.db'])
      ['', '-wal', '-shm'].forEach((suffix) => {
        rmSync(join(dataDir, `${file}${suffix}`), { force: true });
      });
    const { files } = await copyFiles(filesBeside(from), join(dataDir, 'blobs'), tell);
    copyFileSync(from, `${target}.partial`);
    checkBackup(`${target}.partial`);
    renameSync(`${target}.partial`, target);
    return `${events} events and ${files} files are restored to ${dataDir}.`;
  } finally {
    lock.release();
  }
};
