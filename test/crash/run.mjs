// npm run test:crash: simulation, power loss, faults at system calls, kills under load, and the long forms of the contract.
// `--seed N`, `--seeds N`, `--states N`, `--depth N`, `--cycles N`, `--points N`, `--only NAME`, `--share k/n` (every n-th part, beginning with the k-th).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const root = here('../..');
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '2000' },
    states: { type: 'string', default: '5000' },
    depth: { type: 'string', default: '32' },
    cycles: { type: 'string', default: '300' },
    points: { type: 'string', default: '200' },
    only: { type: 'string' },
    share: { type: 'string', default: '1/1' },
  },
});
const { seed } = values;
const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '--ci',
  '--selectProjects',
  'parts',
  '--testPathPatterns',
];
const long = { CONTRACT_IDLE_MS: '60000', CONTRACT_SEEDS: '150', HISTORY_POINTS: '200', SEED: seed };
const parts = {
  simulation: [here('simulate.mjs'), '--seeds', values.seeds, '--seed', seed],
  'power loss': [here('power-loss.mjs'), '--states', values.states, '--seed', seed],
  faults: [here('faults.mjs'), '--depth', values.depth],
  'as of': [here('as-of.mjs'), '--points', values.points, '--seed', seed],
  kill: [here('kill.mjs'), '--cycles', values.cycles, '--seed', seed],
  contract: [...jest, 'adapters/(memory|sqlite)|row-history', '--testTimeout', '90000'],
};

const run = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', ...args], {
      cwd: root,
      env: { ...process.env, ...long },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

const [share = 1, shares = 1] = values.share.split('/').map(Number);
const chosen = Object.entries(parts)
  .filter((_part, index) => index % shares === share - 1)
  .filter(([name]) => values.only === undefined || values.only === name);
const failed = [];
for (const [name, args] of chosen) {
  const begun = Date.now();
  if ((await run(args)) !== 0) failed.push(name);
  process.stdout.write(`${failed.includes(name) ? 'FAIL' : 'ok  '} ${name} (${Math.round((Date.now() - begun) / 1_000)} s)\n`);
}
process.stdout.write(`${chosen.length - failed.length} passed, ${failed.length} failed, 0 skipped\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
