// Everything that may befall a call to KurrentDB, and the contract, against the test server; a sample of it stands in the gate.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const jest = ['node_modules/jest/bin/jest.js', '--ci', '--selectProjects', 'parts', '--testPathPatterns', 'adapters/kurrentdb'];
const env = { ...process.env, FAULTS: 'all', NODE_OPTIONS: '--experimental-vm-modules' };
const ended = spawnSync(process.execPath, jest, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
process.stdout.write(ended.status === 0 ? 'everything passed\n' : 'FAILED\n');
process.exitCode = ended.status ?? 1;
