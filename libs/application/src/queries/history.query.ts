import { historyOf, type HistoryEntry } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** The recorded steps of one object: all for internal viewers, the public ones for everybody. */
export const history: Query<{ readonly stream: string }, readonly HistoryEntry[] | null> = {
  name: 'history',
  run: (env, { stream }, viewer) =>
    viewer.kind === 'internal' ? historyOf(env.read, stream) : historyOf(env.read, stream).filter(({ audience }) => audience === 'public'),
};
