import { existsSync } from 'node:fs';

/** Vectors that others have published stand beside the project, never in it. */
export const vectors = '../shared/vectors';

export const isAtHand = (part: string): boolean => existsSync(`${vectors}/${part}`);

/** Prints how many published cases came out as published, for the gate to repeat, and gives both figures to be compared exactly. */
export const judged = <T>(what: string, count: number, wrong: readonly T[]): readonly [number, readonly T[]] => {
  process.stdout.write(`VECTORS: ${what}: ${count - wrong.length} of ${count} as published\n`);
  return [count, wrong];
};
