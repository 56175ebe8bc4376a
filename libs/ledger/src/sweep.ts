import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { kindsAt, placeOf, unfinishedAt } from './tile-paths.ts';

const dropAllBut = (folder: string, keep: number | null): void => {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  const old = names.filter((name) => name !== String(keep));
  if (old.length === names.length) rmSync(folder, { recursive: true });
  else
    old.forEach((name) => {
      rmSync(join(folder, name));
    });
};

/** Takes away the partial tiles of the size before: nothing refers to them any more, and a rebuild would not write them. */
export const sweep = (folder: string, before: number, now: number): void => {
  for (const [kind, level] of kindsAt(now)) {
    const [old, current] = [unfinishedAt(before, level), unfinishedAt(now, level)];
    if (old.width === 0) continue;
    dropAllBut(dirname(join(folder, placeOf(kind, old.index, 1))), old.index === current.index && current.width > 0 ? current.width : null);
  }
};

/** Every file that a tree of this size has may stay; what a crash left behind goes. */
export const sweepAll = (folder: string, size: number): void => {
  const root = join(folder, 'tile');
  if (!existsSync(root)) return;
  const partials = new Set(
    kindsAt(size).map(([kind, level]) => {
      const { index, width } = unfinishedAt(size, level);
      return width === 0 ? '' : placeOf(kind, index, width);
    }),
  );
  const isKept = (path: string): boolean => {
    if (path.endsWith('.partial')) return false;
    if (/\.p\/\d+$/.test(path)) return partials.has(path);
    const [, kind = '', ...groups] = path.split('/');
    const index = Number(groups.map((group) => group.replace('x', '')).join(''));
    return index < unfinishedAt(size, kind === 'entries' ? 0 : Number(kind)).index;
  };
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !isKept(relative(folder, path))) rmSync(path);
  }
};
