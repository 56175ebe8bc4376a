// C88: power loss. A writer is traced; for many moments the disk is laid out as it may be found then: what was synced, and any
// part of what was not, torn at 512 bytes. Each layout is opened and compared with what had been acknowledged.
// Controls: the same writer with synchronous NORMAL and OFF has to lose something, or this test would show nothing.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from './lib/ids.mjs';
import { inspect } from './lib/inspect.mjs';
import { operationsOf, traced } from './lib/trace.mjs';

const sector = 512;

const applyTo = (bytes, { kind, at, bytes: written, size }) => {
  if (kind === 'truncate')
    return size <= bytes.length ? bytes.subarray(0, size) : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
  const whole =
    at + written.length > bytes.length ? Buffer.concat([bytes, Buffer.alloc(at + written.length - bytes.length)]) : Buffer.from(bytes);
  written.copy(whole, at);
  return whole;
};

/** Any part of an unsynced write: none of it, all of it, or some of its sectors. */
const tornWrite = (operation, chance) => {
  if (operation.kind !== 'write') return chance.next() < 0.5 ? [operation] : [];
  const fate = chance.next();
  if (fate < 0.35) return [];
  if (fate < 0.7) return [operation];
  const parts = [];
  for (let begin = 0; begin < operation.bytes.length; begin += sector)
    if (chance.next() < 0.5) parts.push({ ...operation, at: operation.at + begin, bytes: operation.bytes.subarray(begin, begin + sector) });
  return parts;
};

/** The files as they may be found after power was lost behind so many operations. */
const layOut = (operations, chance) => {
  const synced = new Map();
  const pending = new Map();
  const removed = new Map();
  const forget = (path) => [synced, pending].forEach((files) => files.delete(path));
  for (const operation of operations) {
    if (operation.kind === 'ack') continue;
    const { path } = operation;
    if (operation.kind === 'unlink') removed.set(path, dirname(path));
    else if (operation.kind === 'sync' && [...removed.values()].includes(path)) {
      // The folder is synced: what was removed in it stays removed.
      [...removed]
        .filter(([, folder]) => folder === path)
        .forEach(([name]) => {
          forget(name);
          removed.delete(name);
        });
    } else if (operation.kind === 'sync') {
      synced.set(path, (pending.get(path) ?? []).reduce(applyTo, synced.get(path) ?? Buffer.alloc(0)));
      pending.set(path, []);
    } else pending.set(path, [...(pending.get(path) ?? []), operation]);
  }
  // A removal of which the folder was not synced may have reached the disk or not.
  removed.forEach((_folder, name) => {
    if (chance.next() < 0.5) forget(name);
  });
  const files = new Map(synced);
  for (const [path, unsynced] of pending)
    files.set(path, unsynced.flatMap((operation) => tornWrite(operation, chance)).reduce(applyTo, files.get(path) ?? Buffer.alloc(0)));
  return files;
};

const tryStates = async (count, seed, control) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-power-'));
  const chance = chanceOf(seed);
  const total = { states: 0, lost: 0, torn: 0, damaged: 0, acknowledged: 0 };
  const runs = control === '' ? 4 : 1;
  for (let run = 0; run < runs; run += 1) {
    const place = join(folder, `run-${run}`);
    mkdirSync(place);
    traced(join(place, 'events.db'), join(folder, 'trace'), { count: 60, control });
    const operations = operationsOf(join(folder, 'trace'), place);
    for (let state = 0; state < count / runs; state += 1) {
      const until = chance.below(operations.length) + 1;
      const before = operations.slice(0, until);
      const acknowledged = before.filter(({ kind }) => kind === 'ack').map(({ n }) => n);
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      for (const [path, bytes] of layOut(before, chance)) if (!path.endsWith('-shm')) writeFileSync(join(disk, basename(path)), bytes);
      const verdict = await inspect(join(disk, 'events.db'), acknowledged);
      total.states += 1;
      total.acknowledged += acknowledged.length;
      total.lost += verdict.lost;
      total.torn += verdict.torn;
      total.damaged += verdict.damage === null ? 0 : 1;
      if (control === '' && verdict.damage !== null) process.stdout.write(`  behind ${until} of ${operations.length}: ${verdict.damage}\n`);
      rmSync(disk, { recursive: true });
    }
  }
  rmSync(folder, { recursive: true });
  return total;
};

const { values } = parseArgs({ options: { states: { type: 'string' }, seed: { type: 'string' } } });
const [states, seed] = [Number(values.states ?? 5_000), Number(values.seed ?? 1)];
const ours = await tryStates(states, seed, '');
const isSafe = ours.lost === 0 && ours.torn === 0 && ours.damaged === 0;
process.stdout.write(
  `power loss (C88), seed ${seed}: ${ours.states} states, ${ours.acknowledged} acknowledgements looked for, ${ours.lost} lost, ${ours.torn} torn, ${ours.damaged} damaged\n`,
);
let areControlsRight = true;
for (const control of ['NORMAL', 'OFF']) {
  const found = await tryStates(Math.min(400, states), seed, control);
  const isCaught = found.lost + found.torn + found.damaged > 0;
  areControlsRight &&= isCaught;
  process.stdout.write(
    `control synchronous=${control}: ${found.states} states, ${found.lost} lost, ${found.torn} torn, ${found.damaged} damaged: ${isCaught ? 'caught, as it must be' : 'NOT CAUGHT'}\n`,
  );
}
process.exitCode = isSafe && areControlsRight ? 0 : 1;
