// npm run test:model: histories that people might make, in two processes, and merges into each other at the same moment.
// `--histories N` in all, `--seed N` of the first process, `--pairs N` of topics.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '20150331' },
    pairs: { type: 'string', default: '1000' },
  },
});
const [histories, seed] = [Number(values.histories), Number(values.seed)];

const jest = (pattern, environment) =>
  new Promise((resolve) => {
    const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--ci', '--selectProjects', 'parts'];
    const child = spawn(process.execPath, [...args, '--testPathPatterns', pattern], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

const halves = [0, 1].map((half) =>
  jest('test/model/histories', { HISTORIES: String(Math.ceil(histories / 2)), SEED: String(seed + half), SHOW: 'yes' }),
);
const results = await Promise.all(halves);
results.push(await jest('processes/topic-merge', { MERGE_PAIRS: values.pairs }));
const failed = results.filter((code) => code !== 0).length;
process.stdout.write(
  `${histories} histories from seeds ${seed} and ${seed + 1}, ${values.pairs} pairs of topics merged into each other: ${failed === 0 ? 'every rule kept' : `${failed} of ${results.length} runs failed`}\n`,
);
process.stdout.write(`${results.length - failed} passed, ${failed} failed, 0 skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
