import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backUp, checkBackup } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import { removeAllVersions } from '../../libs/projections/src/index.ts';
import { CannotStart, holdDataDir } from '../standalone/data-dir.ts';

/** The event store of a data folder. @throws CannotStart when there is none */
export const storeIn = (dataDir: string): string => {
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
    removeAllVersions(dataDir);
    ['', '-wal', '-shm'].forEach((suffix) => {
      rmSync(join(dataDir, `process.db${suffix}`), { force: true });
    });
    copyFileSync(from, `${target}.partial`);
    checkBackup(`${target}.partial`);
    renameSync(`${target}.partial`, target);
    return `${events} events are restored to ${dataDir}.`;
  } finally {
    lock.release();
  }
};
