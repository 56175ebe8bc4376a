// npm run test:ledger: what proves the proofs. `--only NAME`, `--mutations N`, `--seed N`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const { values } = parseArgs({
  options: { only: { type: 'string' }, mutations: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const parts = {
  others: [here('others.mjs')],
  columns: [here('columns.mjs'), '--seed', values.seed],
  signer: [here('signer.mjs'), '--seed', values.seed],
  mutations: [here('mutations.mjs'), '--mutations', values.mutations, '--seed', values.seed],
};

const run = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', ...args], { cwd: here('../..'), stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('close', (code) => resolve(code ?? 1));
  });

const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || values.only === name);
const failed = [];
for (const [name, args] of chosen) {
  if ((await run(args)) !== 0) failed.push(name);
  process.stdout.write(`${failed.includes(name) ? 'FAIL' : 'ok  '} ${name}\n`);
}
process.stdout.write(`${chosen.length - failed.length} passed, ${failed.length} failed, 0 skipped\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
