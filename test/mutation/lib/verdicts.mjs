// What became of the mutants: noticed, survived, refused by the compiler, or listed as equivalent with a reason.
import { readFileSync } from 'node:fs';
import { compiler, mutated } from './compiler.mjs';

const noticed = new Set(['Killed', 'Timeout', 'RuntimeError']);

/** First line of source that a mutant changes, as it is told to people. */
export const lineOf = ({ fileName, location: { start } }) => readFileSync(fileName, 'utf8').split('\n')[start.line].trim();

/**
 * The reviewed list of mutants that change nothing anybody could see.
 * An entry names a file, its line of source, the operator and the replacement, and says why.
 */
export const equivalents = (path) => {
  const entries = JSON.parse(readFileSync(path, 'utf8')).map((entry) => ({ ...entry, isUsed: false }));
  const fits = (mutant) => (entry) =>
    entry.file === mutant.file &&
    entry.line === lineOf(mutant) &&
    entry.operator === mutant.mutatorName &&
    entry.replacement === mutant.replacement;
  return {
    has: (mutant) => {
      const found = entries.filter(fits(mutant));
      found.forEach((entry) => {
        entry.isUsed = true;
      });
      return found.length > 0;
    },
    unused: (files) => entries.filter(({ isUsed, file }) => !isUsed && files.has(file)),
    withoutReason: () => entries.filter(({ reason }) => typeof reason !== 'string' || reason.length < 20),
  };
};

/** Sorts tried mutants, each with its `status`. */
export const judge = (mutants, list) => {
  const compiles = compiler();
  const sorted = { noticed: [], timedOut: [], survived: [], refused: [], equivalent: [], wronglyListed: [] };
  for (const mutant of mutants) {
    const isListed = list.has(mutant);
    if (mutant.status === 'Timeout') sorted.timedOut.push(mutant);
    if (noticed.has(mutant.status)) {
      sorted.noticed.push(mutant);
      if (isListed && mutant.status === 'Killed') sorted.wronglyListed.push(mutant);
    } else if (isListed) sorted.equivalent.push(mutant);
    else if (compiles(mutant.fileName, mutated(mutant))) sorted.survived.push(mutant);
    else sorted.refused.push(mutant);
  }
  return sorted;
};
