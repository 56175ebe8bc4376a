// npm run test:deliveries: messages by a real Redis and a real mail server, while Redis is emptied again and again.
// `--deliveries N` in all, `--flushes N` of Redis, `--seed N`; a sample of it stands in the gate.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    deliveries: { type: 'string', default: '5000' },
    flushes: { type: 'string', default: '50' },
    seed: { type: 'string', default: '20150331' },
  },
});

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--ci', '--selectProjects', 'parts'];
const env = { ...process.env, DELIVERIES: values.deliveries, FLUSHES: values.flushes, SEED: values.seed };
const args = [...jest, '--testPathPatterns', 'apps/worker/outgoing'];
const ended = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
process.stdout.write(ended.status === 0 ? 'everything passed\n' : 'FAILED\n');
process.exitCode = ended.status ?? 1;
