// npm run test:model: histories that people might make, in two processes, and merges into each other at the same moment.
// `--histories N` in all, `--seed N` of the first process, `--pairs N` of topics, `--grants N` timelines of rights; `--only grants` for these alone.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '20150331' },
    pairs: { type: 'string', default: '1000' },
    grants: { type: 'string', default: '10000' },
    only: { type: 'string' },
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

const onlyGrants = values.only === 'grants';
const halves = (onlyGrants ? [] : [0, 1]).map((half) =>
  jest('test/model/histories', { HISTORIES: String(Math.ceil(histories / 2)), SEED: String(seed + half), SHOW: 'yes' }),
);
const results = await Promise.all(halves);
if (!onlyGrants) results.push(await jest('processes/topic-merge', { MERGE_PAIRS: values.pairs }));
results.push(await jest('model/grant-timelines', { GRANTS: values.grants, SEED: String(seed) }));
const failed = results.filter((code) => code !== 0).length;
const told = onlyGrants
  ? `${values.grants} timelines of rights`
  : `${histories} histories from seeds ${seed} and ${seed + 1}, ${values.pairs} pairs of topics merged into each other, ${values.grants} timelines of rights`;
process.stdout.write(`${told}: ${failed === 0 ? 'every rule kept' : `${failed} of ${results.length} runs failed`}\n`);
process.stdout.write(`${results.length - failed} passed, ${failed} failed, 0 skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
