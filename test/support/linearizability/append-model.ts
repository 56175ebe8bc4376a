import type { Model } from './check-history.ts';

/** What a client asked of one stream. */
export type StreamInput =
  { readonly kind: 'append'; readonly expected: number; readonly ids: readonly string[] } | { readonly kind: 'read' };

/** What it was told: the last revision, the ids, a conflict with the revision found, or nothing. */
export type StreamOutput =
  | { readonly kind: 'appended'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly actual: number }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown' };

const isRepeat = (state: readonly string[], expected: number, ids: readonly string[]): boolean =>
  ids.every((id, index) => state[expected + 1 + index] === id);

const append = (state: readonly string[], expected: number, ids: readonly string[], output: StreamOutput): readonly string[] | null => {
  const last = state.length - 1;
  const fits = expected === last;
  const answer = fits || isRepeat(state, expected, ids) ? expected + ids.length : null;
  const after = fits ? [...state, ...ids] : state;
  if (output.kind === 'unknown') return after;
  if (answer === null) return output.kind === 'conflict' && output.actual === last ? state : null;
  return output.kind === 'appended' && output.revision === answer ? after : null;
};

/** One stream, asked one thing at a time: exact revisions (−1 for none), repeats by id (event-store research §5.4, I4 to I8). */
export const streamModel: Model<readonly string[], StreamInput, StreamOutput> = {
  initial: [],
  step: (state, input, output) => {
    if (input.kind === 'append') return append(state, input.expected, input.ids, output);
    return output.kind === 'ids' && output.ids.join() === state.join() ? state : null;
  },
  key: (state) => state.join(),
};
