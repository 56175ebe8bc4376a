import { accept, reject, type Decider, type Decision, type Rejection } from './decider.ts';
import { same } from './same.ts';

/** State of an entry that is registered once: what was recorded, or nothing yet. */
export type Registered<D> = { readonly status: 'unknown' } | { readonly status: 'registered'; readonly data: D };

/**
 * Decider of a register entry: recorded once; the same entry again is nothing new; another under its name is refused.
 *
 * @param check  the first thing that is wrong with a new entry, or null
 */
export const registerDecider = <E extends string, D extends object, R extends Rejection>(entry: {
  readonly category: string;
  readonly event: E;
  readonly check: (data: D) => R | null;
  readonly taken: (data: D) => R;
}): Decider<Registered<D>, { readonly type: string; readonly data: D }, { readonly type: E; readonly data: D }, R> => ({
  category: entry.category,
  initialState: { status: 'unknown' },
  evolve: (_state, event) => ({ status: 'registered', data: event.data }),
  decide: ({ data }, state): Decision<{ readonly type: E; readonly data: D }, R> => {
    if (state.status === 'registered') return same(state.data, data) ? accept() : reject(entry.taken(data));
    const wrong = entry.check(data);
    return wrong === null ? accept({ type: entry.event, data }) : reject(wrong);
  },
});
