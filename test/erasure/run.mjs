// npm run test:erasure: a thousand erasures on one record, marks looked for everywhere afterwards, and kills on the way.
// `--count N`, `--kills N`, `--seed N`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, kills: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--ci', '--selectProjects', 'parts'];
const child = spawn(process.execPath, [...args, '--testPathPatterns', 'test/e2e/erasure.e2e'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: { ...process.env, ERASURES: values.count, KILLS: values.kills, SEED: values.seed },
  stdio: ['ignore', 'inherit', 'inherit'],
});
child.on('close', (code) => {
  process.stdout.write(`${values.count} erasures: ${code === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed'}, 0 skipped\n`);
  process.exitCode = code ?? 1;
});
