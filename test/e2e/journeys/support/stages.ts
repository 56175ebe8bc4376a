import { expect } from '@jest/globals';
import type { Journey } from './journey.ts';

/** Says that an object stands at a stage of its procedure. */
export const stands = async (journey: Journey, [object, id]: readonly [string, string], stage: string): Promise<void> => {
  const found = await journey.read<{ stage: string }>('officer', `/instances/${object}/${id}`);
  expect([object, found.stage]).toStrictEqual([object, stage]);
};
