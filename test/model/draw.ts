import { chanceOf } from '../support/chance.ts';

/** What a history is made of: numbers that follow from a seed, as many as it asks for. */
export interface Draw {
  /** A whole number from 0 to below the limit. */
  readonly below: (limit: number) => number;
  /** True once in so many times. */
  readonly once: (times: number) => boolean;
  /** One of a list; null of an empty one. */
  readonly oneOf: <T>(from: readonly T[]) => T | null;
}

export const drawsFrom = (seed: number): Draw => {
  const { below } = chanceOf(seed);
  return { below, once: (times) => below(times) === 0, oneOf: (from) => from[below(Math.max(1, from.length))] ?? null };
};
