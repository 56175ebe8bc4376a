import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The machine is not fit for service; the message is one sentence for the person who started it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly exitCode: number;

  constructor(sentence: string, options: { readonly exitCode?: number; readonly cause?: unknown } = {}) {
    super(sentence, { cause: options.cause });
    this.exitCode = options.exitCode ?? 1;
  }
}

/** Holds the folder for this process until released. */
export interface DataDirLock {
  readonly release: () => void;
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written by this user',
  EPERM: 'it may not be written by this user',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'its disk is read-only or the folder above it is missing',
};

const unusable = (dataDir: string, cause: unknown): CannotStart =>
  new CannotStart(
    `The data folder ${dataDir} cannot be used: ${reasons[codeOf(cause)] ?? 'it could not be opened'}. Free it or set DATA_DIR to another folder.`,
    {
      exitCode: 74,
      cause,
    },
  );

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Start time of a process in clock ticks since boot: tells a living holder from another process that got its number later. Linux only. */
const startTicks = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return null;
    throw error;
  }
};

const readLock = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

const livingHolder = (lock: string): number | null => {
  const [pidText, ticks = ''] = lock.split('\n');
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  const now = startTicks(pid);
  return now === null || ticks === '' || ticks === now ? pid : null;
};

/** Process id of the service that holds the folder, or null when nobody does. */
export const holderOf = (dataDir: string): number | null => {
  const lock = readLock(join(dataDir, 'lock'));
  return lock === null ? null : livingHolder(lock);
};

const writeLock = (path: string): void => {
  const file = openSync(path, 'wx', 0o644);
  try {
    writeSync(file, `${process.pid}\n${startTicks(process.pid) ?? ''}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const alreadyServed = (dataDir: string, holder: number): CannotStart =>
  new CannotStart(`Process ${holder} already serves the data folder ${dataDir}. End it first, or set DATA_DIR to another folder.`);

/** Takes a dead process's lock away. Renaming first shows whether somebody else did so in between: then his lock is put back. */
const clearStaleLock = (path: string, stale: string, dataDir: string): void => {
  const aside = `${path}.${process.pid}`;
  renameSync(path, aside);
  const moved = readLock(aside) ?? '';
  const holder = moved === stale ? null : livingHolder(moved);
  if (holder !== null) {
    renameSync(aside, path);
    throw alreadyServed(dataDir, holder);
  }
  rmSync(aside, { force: true });
};

const takeLock = (dataDir: string): void => {
  const path = join(dataDir, 'lock');
  const lock = readLock(path);
  const holder = lock === null ? null : livingHolder(lock);
  if (holder !== null) throw alreadyServed(dataDir, holder);
  if (lock !== null) clearStaleLock(path, lock, dataDir);
  writeLock(path);
};

const refuseFullDisk = (dataDir: string): void => {
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < 8 * 1024 * 1024)
    throw new CannotStart(`The data folder ${dataDir} cannot be used: its disk is full. Free it or set DATA_DIR to another folder.`, {
      exitCode: 74,
    });
};

/**
 * Makes the data folder if need be and holds it for this process.
 *
 * @throws CannotStart when another process serves it, or when it cannot be written
 */
export const holdDataDir = (dataDir: string): DataDirLock => {
  try {
    mkdirSync(dataDir, { recursive: true });
    refuseFullDisk(dataDir);
    takeLock(dataDir);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw unusable(dataDir, error);
  }
  return {
    release: () => {
      rmSync(join(dataDir, 'lock'), { force: true });
    },
  };
};
