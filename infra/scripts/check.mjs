// The fast gate: format, types, lint, who may import whom, pure specs.
import { dependencyRules, exits, jest, program, root, sum } from './steps.mjs';
import { pathToFileURL } from 'node:url';

const typescript = program('typescript', 'bin', 'tsc');

export const check = async () => {
  const first = await Promise.all([
    exits('types', [typescript, '-p', 'tsconfig.json', '--noEmit']),
    exits('types of the domain, which knows no Node', [typescript, '-p', 'libs/domain/tsconfig.json', '--noEmit']),
    exits('format', [
      program('prettier', 'bin', 'prettier.cjs'),
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      'node_modules/.cache/prettier/.prettier-cache',
      '.',
    ]),
  ]);
  const second = await Promise.all([
    exits('lint', [
      program('eslint', 'bin', 'eslint.js'),
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint/',
      'apps',
      'libs',
      'test',
    ]),
    dependencyRules(),
    jest('pure specs', ['--selectProjects', 'pure']),
  ]);
  return [...first, ...second];
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.chdir(root);
  const { passed, failed, skipped } = sum(await check());
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
