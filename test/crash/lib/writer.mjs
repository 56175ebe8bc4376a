// Appends pairs of events and says so, line by line, as soon as each is acknowledged. argv: file, first number, how many, pragma for a control.
import { createRequire } from 'node:module';
import { writeSync } from 'node:fs';
import { idOf } from './ids.mjs';

const [file, first, count, control] = process.argv.slice(2);
if (control !== undefined && control !== '') {
  // A control: the very same writer on a file that is not synced as ours is. It has to lose what it acknowledged.
  const Sqlite = createRequire(import.meta.url)('better-sqlite3');
  const { prototype } = Sqlite;
  const pragma = prototype.pragma;
  prototype.pragma = function (source, options) {
    if (source === 'synchronous = FULL') return pragma.call(this, `synchronous = ${control}`);
    if (source === 'synchronous') return 2;
    return pragma.call(this, source, options);
  };
}
const { openSqliteEventStore } = await import('../../../dist/libs/event-store/src/adapters/sqlite/index.js');
const store = openSqliteEventStore(file);
const append = async (n) => {
  const pair = ['x', 'y'].map((side) => ({
    id: idOf(`${n}${side}`),
    type: 'PairAppended',
    data: { n, side, text: 'é'.repeat(60) },
    metadata: {},
  }));
  await store.append(`pair-${n}`, 'no_stream', pair);
  // One system call, so that the trace shows when the acknowledgement left the process.
  writeSync(1, `ack ${n}\n`);
};
let next = Number(first);
const end = next + Number(count);
// Three at a time: groups of one, two and three share a transaction.
const worker = async () => {
  while (next < end) await append(next++);
};
try {
  await Promise.all([worker(), worker(), worker()]);
  await store.close();
} catch (error) {
  // An injected fault: the service would tell its clients; here the run ends and what was acknowledged is looked for.
  writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 3;
}
