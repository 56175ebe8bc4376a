// The whole gate: check, then everything that needs files, processes or a browser. The last line counts it all.
import { check } from './check.mjs';
import { chromiumEnvironment } from './chromium.mjs';
import { jest, root, sum } from './steps.mjs';

process.chdir(root);
const results = await check();
results.push(
  await jest('contracts, parts and stories', ['--selectProjects', 'parts', '--maxWorkers=2', '--testTimeout=60000'], {
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    ...chromiumEnvironment(),
  }),
);
const { passed, failed, skipped } = sum(results);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
