// Which mutants there are, and which of them one run tries.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

const silent = new Proxy({}, { get: (_, name) => (String(name).startsWith('is') ? () => false : () => undefined) });

/** What names a mutant, in this run and in the next. */
export const keyOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  [relative(process.cwd(), fileName), start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');

/** Places as the tool reports them count from 1; everywhere else they count from 0. */
export const asGenerated = ({ location: { start, end }, ...mutant }) => ({
  ...mutant,
  location: {
    start: { line: start.line - 1, column: start.column - 1 },
    end: { line: end.line - 1, column: end.column - 1 },
  },
});

/** Every mutant of these files. */
export const mutantsOf = async (paths) => {
  const files = paths.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const instrumenter = createInjector().provideValue('logger', silent).injectFunction(createInstrumenter);
  const { mutants } = await instrumenter.instrument(files, { ignorers: [], excludedMutations: [], plugins: null, noHeader: true });
  return mutants.filter(({ status }) => status === undefined);
};

/** The mutants of a share, or a sample of it, in an order that follows from the seed. */
export const choose = (mutants, { seed, share: [share, shares], sample }) => {
  const rank = new Map(
    mutants.map((mutant) => [
      mutant,
      createHash('sha256')
        .update(`${seed} ${keyOf(mutant)}`)
        .digest('hex'),
    ]),
  );
  const ordered = mutants.toSorted((a, b) => (rank.get(a) < rank.get(b) ? -1 : 1));
  return ordered.filter((_, index) => index % shares === share - 1).slice(0, sample);
};
