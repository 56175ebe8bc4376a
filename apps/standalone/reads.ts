import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadEntry } from '../../libs/application/src/index.ts';

const folderOf = (dataDir: string): string => join(dataDir, 'reads');

/**
 * Keeps who looked at what, one line for each, in a file a month that only this user reads. They are no events: looking would then write,
 * and the record would grow with those who look. What cannot be written down is not shown, since the writing fails first.
 */
export const keepReads = (dataDir: string): ((entry: ReadEntry) => void) => {
  const folder = folderOf(dataDir);
  return (entry) => {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    appendFileSync(join(folder, `${entry.at.slice(0, 7)}.jsonl`), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  };
};

/** Every line that was kept, the oldest first. */
export const keptReads = (dataDir: string): readonly string[] => {
  const folder = folderOf(dataDir);
  if (!existsSync(folder)) return [];
  const months = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return months.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
};
