// npm run test:erasure: a thousand erasures on one record, marks looked for everywhere afterwards, and kills on the way; and every
// contribution of the demonstration erased. `--count N`, `--kills N`, `--seed N`, `--only marks|demo`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--ci', '--selectProjects', 'parts'];
const parts = { marks: [...jest, '--testPathPatterns', 'test/e2e/erasure.e2e'], demo: ['--no-warnings', 'test/erasure/whole-demo.mjs'] };

const run = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, ERASURES: values.count, KILLS: values.kills, SEED: values.seed },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

const chosen = Object.entries(parts).filter(([name]) => values.only === undefined || values.only === name);
const failed = [];
for (const [name, args] of chosen) {
  if ((await run(args)) !== 0) failed.push(name);
  process.stdout.write(`${failed.includes(name) ? 'FAIL' : 'ok  '} ${name}\n`);
}
process.stdout.write(`${chosen.length - failed.length} passed, ${failed.length} failed, 0 skipped\n`);
process.exitCode = failed.length === 0 && chosen.length > 0 ? 0 : 1;
