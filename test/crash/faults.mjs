// A fault at every system call of the writer: EIO, ENOSPC or the process killed at the n-th write, sync, truncate, unlink.
// Afterwards the file is opened as the service would: nothing acknowledged may be missing, nothing torn.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inspect } from './lib/inspect.mjs';

const writer = fileURLToPath(new URL('lib/writer.mjs', import.meta.url));
const calls = ['pwrite64', 'fdatasync', 'fsync', 'ftruncate', 'unlink', 'pread64'];
const effects = ['error=EIO', 'error=ENOSPC', 'signal=KILL'];
const faultsOf = (depth) =>
  calls.flatMap((call) =>
    effects
      .filter((effect) => !(call === 'pread64' && effect === 'error=ENOSPC'))
      .flatMap((effect) => Array.from({ length: depth }, (_when, index) => ({ call, effect, when: index + 1 }))),
  );

const run = (folder, { call, effect, when }) =>
  new Promise((resolve, reject) => {
    // Only calls on the store's own files: the runtime reads its modules too.
    const paths = ['', '-wal', '-journal'].flatMap((suffix) => ['-P', join(folder, `events.db${suffix}`)]);
    const args = ['-f', '-qq', '-o', '/dev/null', ...paths, '-e', `trace=${call}`, '-e', `inject=${call}:${effect}:when=${when}`];
    const child = spawn('strace', [...args, process.execPath, '--no-warnings', writer, join(folder, 'events.db'), '0', '24', '']);
    let told = '';
    child.stdout.on('data', (chunk) => (told += chunk));
    child.stderr.resume();
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ acknowledged: [...told.matchAll(/ack (\d+)/g)].map(([, n]) => Number(n)), ended: signal ?? code }),
    );
  });

const { values } = parseArgs({ options: { depth: { type: 'string' } } });
const faults = faultsOf(Number(values.depth ?? 32));
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-faults-'));
const total = { faults: 0, hit: 0, lost: 0, torn: 0, damaged: 0, acknowledged: 0 };
let next = 0;
const worker = async () => {
  while (next < faults.length) {
    const fault = faults[next++];
    const place = join(folder, `f${next}`);
    mkdirSync(place);
    const { acknowledged, ended } = await run(place, fault);
    const verdict = await inspect(join(place, 'events.db'), acknowledged);
    total.faults += 1;
    total.hit += ended === 0 ? 0 : 1;
    total.acknowledged += acknowledged.length;
    total.lost += verdict.lost;
    total.torn += verdict.torn;
    total.damaged += verdict.damage === null ? 0 : 1;
    if (verdict.lost + verdict.torn > 0 || verdict.damage !== null)
      process.stdout.write(`  ${JSON.stringify(fault)}: ${JSON.stringify(verdict)}\n`);
    rmSync(place, { recursive: true });
    if (total.faults % 50 === 0) process.stdout.write(`${total.faults}/${faults.length}\n`);
  }
};
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
rmSync(folder, { recursive: true });
const isSafe = total.lost === 0 && total.torn === 0 && total.damaged === 0;
process.stdout.write(
  `faults: ${total.faults} injected, ${total.hit} ended the writer or an append, ${total.acknowledged} acknowledgements looked for, ${total.lost} lost, ${total.torn} torn, ${total.damaged} damaged\n`,
);
process.exitCode = isSafe && total.hit > 0 ? 0 : 1;
