import { groupings as ask, type GroupingView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** Regions and Regional Economic Communities with the Members they had on a date, today without one. */
export const groupings: Query<{ readonly onDate: string | null }, readonly GroupingView[]> = {
  name: 'groupings',
  run: (env, { onDate }) => ask(env.read, onDate ?? brusselsDate(env.clock.now())),
};
