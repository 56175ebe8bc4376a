// Everything that may befall a call to KurrentDB, and the contract, against the test server; a sample of it stands in the gate.
import { jest, root, sum } from '../../infra/scripts/steps.mjs';

process.chdir(root);
const results = [
  await jest('contract, faults and clusters', ['--selectProjects', 'parts', '--testPathPatterns', 'adapters/kurrentdb'], {
    FAULTS: 'all',
    NODE_OPTIONS: '--experimental-vm-modules',
  }),
];
const { passed, failed, skipped } = sum(results);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
