// Plugins of the mutation tool: only the mutants of this run, each against the spec files that reach it, until the first failure.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CheckStatus } from '@stryker-mutator/api/check';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { strykerPlugins as jestPlugins } from '@stryker-mutator/jest-runner';
import { keyOf } from './mutants.mjs';

// A run that is interrupted leaves no process behind.
process.on('disconnect', () => process.exit(1));

const notOfThisRun = 'not of this run';

/** Folder that the processes of one run share. */
const shared = () => process.env.RAPPORTEUR_MUTATION ?? '';

const chosenChecker = () => {
  let chosen = new Set();
  return {
    init: async () => {
      chosen = new Set(JSON.parse(readFileSync(join(shared(), 'chosen.json'), 'utf8')));
    },
    check: async (mutants) =>
      Object.fromEntries(
        mutants.map((mutant) => [
          mutant.id,
          chosen.has(keyOf(mutant)) ? { status: CheckStatus.Passed } : { status: CheckStatus.CompileError, reason: notOfThisRun },
        ]),
      ),
    // All at once: this check costs nothing.
    group: async (mutants) => [mutants.map(({ id }) => id)],
  };
};
chosenChecker.inject = tokens();

const [{ factory: jestFactory }] = jestPlugins;

/** The jest runner, which would load every spec file for every mutant. */
const narrowRunner = (injector) => {
  const runner = jestFactory(injector);
  let files = null;
  return {
    capabilities: () => runner.capabilities(),
    init: async () => {
      await runner.init();
      // The copy in which it runs, not the folder of whatever configuration was found.
      runner.jestConfig = { ...runner.jestConfig, rootDir: process.cwd() };
    },
    dryRun: async (options) => {
      const result = await runner.dryRun(options);
      const placed = (result.tests ?? []).map(({ id, fileName }) => [id, fileName]);
      writeFileSync(join(shared(), 'files.json'), JSON.stringify(Object.fromEntries(placed)));
      return result;
    },
    mutantRun: async (options) => {
      files ??= { of: JSON.parse(readFileSync(join(shared(), 'files.json'), 'utf8')), jestConfig: runner.jestConfig };
      const reaching = new Set((options.testFilter ?? Object.keys(files.of)).map((test) => files.of[test]));
      runner.jestConfig = { ...files.jestConfig, testMatch: [...reaching] };
      globalThis.rapporteurFirstFailure = { isWanted: options.disableBail !== true, isSeen: false };
      return runner.mutantRun(options);
    },
  };
};
narrowRunner.inject = tokens(commonTokens.injector);

/** Says how far the run is, and what has survived so far; the compiler and the reviewed list are asked at the end. */
const progress = () => {
  const begun = Date.now();
  let next = begun;
  let all = 0;
  let tried = 0;
  return {
    onMutationTestingPlanReady: ({ mutantPlans }) => {
      all = mutantPlans.filter(({ mutant }) => mutant.status === undefined).length;
    },
    onMutantTested: ({ fileName, location, mutatorName, replacement, status, statusReason }) => {
      if (statusReason === notOfThisRun) {
        all -= 1;
        return;
      }
      tried += 1;
      if (status === 'Survived' || status === 'NoCoverage')
        process.stdout.write(`  survived: ${relative(process.cwd(), fileName)}:${location.start.line} ${mutatorName} → ${replacement}\n`);
      if (Date.now() < next) return;
      next = Date.now() + 15_000;
      const left = Math.round((((Date.now() - begun) / tried) * (all - tried)) / 60_000);
      process.stdout.write(`  ${tried} of ${all}, ${left} min left\n`);
    },
  };
};
progress.inject = tokens();

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.Checker, 'chosen', chosenChecker),
  declareFactoryPlugin(PluginKind.Reporter, 'progress of the run', progress),
  declareFactoryPlugin(PluginKind.TestRunner, 'narrow', narrowRunner),
];
