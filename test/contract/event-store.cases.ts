import { existsSync, readFileSync } from 'node:fs';

const kurrentdbFolder = 'libs/event-store/src/adapters/kurrentdb';
const sqliteFolder = 'libs/event-store/src/adapters/sqlite';

/** Cases about files: each stands in a spec of the embedded engine, under its number. */
const inFiles: Readonly<Record<string, readonly number[]>> = {
  [`${sqliteFolder}/sqlite.spec.ts`]: [33, 75, 78, 85, 87],
  [`${sqliteFolder}/sqlite-file.spec.ts`]: [14, 43, 56, 91],
  [`${sqliteFolder}/sqlite-backup.spec.ts`]: [89, 90],
};

/** Cases about a server: what may befall a call, and servers that come and go. */
const onServers: Readonly<Record<string, readonly number[]>> = {
  [`${kurrentdbFolder}/faults.spec.ts`]: [74, 76, 77, 80],
  [`${kurrentdbFolder}/cluster.spec.ts`]: [29],
  'libs/event-store/src/copy-log.spec.ts': [92],
};

/** Cases that only the long runs can show. */
const inLongRuns: Readonly<Record<string, readonly number[]>> = { 'test/crash/power-loss.mjs': [88] };

const standsIn = (places: Readonly<Record<string, readonly number[]>>, number: number): string | null => {
  const place = Object.entries(places).find(([, numbers]) => numbers.includes(number))?.[0];
  if (place === undefined) return null;
  return existsSync(place) && readFileSync(place, 'utf8').includes(`C${number}`) ? place : null;
};

const reasonFor = (number: number): string => {
  const file = standsIn(inFiles, number);
  if (file !== null) return `for files: stands in ${file}`;
  const server = standsIn(onServers, number);
  if (server !== null) return `for servers: stands in ${server}`;
  const run = standsIn(inLongRuns, number);
  if (run !== null) return `for files: stands in ${run}`;
  return number === 88 ? 'power loss is not tried yet' : 'NO REASON GIVEN';
};

/** The contract of `event-store` research §5.8: numbers that a suite has not run itself, and where they stand. */
export const uncovered = (covered: ReadonlySet<number>): readonly { readonly number: number; readonly reason: string }[] =>
  Array.from({ length: 92 }, (_, index) => index + 1)
    .filter((number) => !covered.has(number))
    .map((number) => ({ number, reason: reasonFor(number) }));
