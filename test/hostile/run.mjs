// npm run test:hostile: requests drawn from the description of the API and spoiled. `--requests N`, `--seed N`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '50000' }, seed: { type: 'string', default: '20150331' } },
});
const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--ci', '--selectProjects', 'parts'];
const child = spawn(process.execPath, [...args, '--testPathPatterns', 'hostile/hostile'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: { ...process.env, REQUESTS: values.requests, SEED: values.seed },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const code = await new Promise((resolve) => child.on('close', (exit) => resolve(exit ?? 1)));
process.stdout.write(`${code === 0 ? 1 : 0} passed, ${code === 0 ? 0 : 1} failed, 0 skipped\n`);
process.exitCode = code === 0 ? 0 : 1;
