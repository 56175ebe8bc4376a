// npm run test:mutation -- --lib event-store: changes the library in small ways, one at a time, and counts how many its specs notice.
// `--lib NAME`, `--bar PERCENT`, `--only PART-OF-A-PATH`, `--seed N` with `--share k/n` or `--sample N`, `--parallel N`, `--out FILE` (as JSON).
// `--idle-tests`: goes on after the first failure of a mutant and lists the tests that none of them fails.
// `--rules`: instead, the rules of the store broken by hand, one at a time (rules.mjs).
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import jestConfig from '../../jest.config.js';
import { asGenerated, choose, keyOf, mutantsOf } from './lib/mutants.mjs';
import { equivalents, judge, lineOf } from './lib/verdicts.mjs';

const { values } = parseArgs({
  options: {
    lib: { type: 'string', default: 'event-store' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    share: { type: 'string', default: '1/1' },
    sample: { type: 'string', default: 'Infinity' },
    bar: { type: 'string' },
    parallel: { type: 'string', default: '2' },
    out: { type: 'string' },
    'idle-tests': { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
  },
});
const bars = { 'event-store': 85 };
const bar = Number(values.bar ?? bars[values.lib] ?? 80);
const pure = ['domain', 'workflow'];
const say = (line) => process.stdout.write(`${line}\n`);

if (values.rules) {
  const args = ['--no-warnings', join(import.meta.dirname, 'rules.mjs'), '--share', values.share, '--only', values.only];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}

/** The project of jest that holds the library's specs, as one configuration whose root is where it runs. */
const jest = () => {
  const name = pure.includes(values.lib) ? 'pure' : 'parts';
  const { displayName: _, rootDir: __, ...project } = jestConfig.projects.find(({ displayName }) => displayName === name);
  return {
    ...project,
    testMatch: [`<rootDir>/libs/${values.lib}/**/*.spec.ts`],
    testTimeout: 8_000,
    testEnvironment: join(import.meta.dirname, 'lib', 'until-first-failure.cjs'),
  };
};

const sources = globSync(`libs/${values.lib}/src/**/*.ts`)
  .filter((path) => !path.endsWith('.spec.ts') && path.includes(values.only))
  .sort();
const all = await mutantsOf(sources.map((path) => resolve(path)));
const chosen = choose(all, { seed: values.seed, share: values.share.split('/').map(Number), sample: Number(values.sample) });
say(`${values.lib}: ${all.length} mutants of ${sources.length} files, ${chosen.length} of them are tried`);

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-mutation-'));
const leaveNothing = () => rmSync(folder, { recursive: true, force: true });
['SIGINT', 'SIGTERM'].forEach((signal) =>
  process.once(signal, () => {
    leaveNothing();
    process.exit(130);
  }),
);
process.env.RAPPORTEUR_MUTATION = folder;
process.env.CONTRACT_SEEDS ??= '4';
writeFileSync(join(folder, 'chosen.json'), JSON.stringify(chosen.map(keyOf)));

const runStryker = () =>
  new Stryker({
    testRunner: 'narrow',
    checkers: ['chosen'],
    plugins: [join(import.meta.dirname, 'lib', 'plugins.mjs')],
    coverageAnalysis: 'perTest',
    concurrency: Number(values.parallel),
    disableBail: values['idle-tests'],
    mutate: sources,
    jest: { projectType: 'custom', config: jest(), configFile: 'test/mutation/lib/no-jest.config.json', enableFindRelatedTests: false },
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
    reporters: ['progress of the run'],
    tempDirName: join(folder, 'sandbox'),
    ignorePatterns: ['/dist', '/data', '/test/bench', '/reports'],
    timeoutMS: 20_000,
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 10,
    maxTestRunnerReuse: 150,
    thresholds: { high: 100, low: 0, break: null },
    allowConsoleColors: false,
    logLevel: 'warn',
    warnings: false,
  }).runMutationTest();

const byKey = new Map(chosen.map((mutant) => [keyOf(mutant), mutant]));
const results = (await runStryker())
  .map((result) => ({
    ...byKey.get(keyOf(asGenerated(result))),
    status: result.status,
    killedBy: result.killedBy ?? [],
    file: relative(process.cwd(), result.fileName),
  }))
  .filter(({ id }) => id !== undefined);
if (results.length !== chosen.length) throw new Error(`${chosen.length} mutants were chosen, ${results.length} came back`);

const tests = Object.keys(JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')));
const failing = new Set(results.flatMap(({ killedBy }) => killedBy));
const idle = values['idle-tests'] ? tests.filter((test) => !failing.has(test)) : [];

const list = equivalents(join(import.meta.dirname, 'equivalent.json'));
const { noticed, timedOut, survived, refused, equivalent, wronglyListed } = judge(results, list);
leaveNothing();

const told = (mutant) =>
  `${mutant.file}:${mutant.location.start.line + 1} ${mutant.mutatorName}: ${lineOf(mutant)} → ${mutant.replacement}`;
survived
  .sort((a, b) => (told(a) < told(b) ? -1 : 1))
  .forEach((mutant) => say(`SURVIVED${mutant.status === 'NoCoverage' ? ' (not reached)' : ''} ${told(mutant)}`));
idle.forEach((test) => say(`FAILS FOR NO MUTANT ${test}`));
wronglyListed.forEach((mutant) => say(`NOT EQUIVALENT, a spec notices it: ${told(mutant)}`));
list.withoutReason().forEach(({ file, line }) => say(`LISTED WITHOUT A REASON ${file}: ${line}`));
const isWhole = chosen.length === all.length;
const stale = isWhole ? list.unused(new Set(sources)) : [];
stale.forEach(({ file, line, operator }) => say(`LISTED BUT NOT THERE ${file} ${operator}: ${line}`));
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify({ survived, refused, timedOut, noticed }, null, 1)}\n`);

for (const file of sources) {
  const of = (mutants) => mutants.filter((mutant) => mutant.file === file).length;
  const counted = of(noticed) + of(survived);
  if (counted > 0) say(`${String(Math.round((100 * of(noticed)) / counted)).padStart(4)} %  ${of(noticed)} of ${counted}  ${file}`);
}
const counted = noticed.length + survived.length;
const score = counted === 0 ? 100 : (100 * noticed.length) / counted;
const isGood = score >= bar && wronglyListed.length + stale.length + list.withoutReason().length === 0;
say(
  `${values.lib}: ${score.toFixed(1)} % noticed (${noticed.length} of ${counted}, ${timedOut.length} of them by running out of time; ` +
    `${refused.length} more refused by the compiler, ${equivalent.length} equivalent with a reason), bar ${bar} %`,
);
process.exitCode = isGood ? 0 : 1;
