import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

// What is asked of the disk, in order; everything is carried out as well.
const asked: string[] = [];
const names = new Map<number, string>();
jest.unstable_mockModule('node:fs', () => ({
  ...fs,
  openSync: (path: string, flags: string) => {
    const file = fs.openSync(path, flags);
    names.set(file, basename(path));
    return file;
  },
  fsyncSync: (file: number) => {
    asked.push(`sync ${names.get(file) ?? 'what nobody opened'}`);
    fs.fsyncSync(file);
  },
  closeSync: (file: number) => {
    asked.push(`close ${names.get(file) ?? 'what nobody opened'}`);
    fs.closeSync(file);
  },
  renameSync: (from: string, to: string) => {
    asked.push(`rename ${basename(from)} to ${basename(to)}`);
    fs.renameSync(from, to);
  },
}));
const { backUp, openSqliteEventStore } = await import('./index.ts');

describe('a backup', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'rapporteur-backup-'));
    asked.length = 0;
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  it('is on disk before it has its name, and has its name on disk before it is told', async () => {
    const file = join(folder, 'events.db');
    await openSqliteEventStore(file).close();
    await backUp(file, join(folder, 'copy.db'));
    expect(asked).toStrictEqual([
      'sync copy.db.partial',
      'close copy.db.partial',
      'rename copy.db.partial to copy.db',
      `sync ${basename(folder)}`,
      `close ${basename(folder)}`,
    ]);
  });
});
