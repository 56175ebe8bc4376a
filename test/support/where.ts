import { it } from '@jest/globals';

/**
 * `it` where what a test needs is at hand; elsewhere the test counts as skipped and the reason is printed.
 * With CI=true everything is required: the test runs and fails by itself.
 */
export const itWhere = (isHere: boolean, reason: string): typeof it => {
  if (isHere || process.env['CI'] === 'true') return it;
  process.stdout.write(`NOTE: ${reason}\n`);
  return it.skip as typeof it;
};
