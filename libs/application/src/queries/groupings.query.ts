import { groupings as ask, type GroupingView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Regions and Regional Economic Communities. */
export const groupings: Query<Nothing, readonly GroupingView[]> = {
  name: 'groupings',
  run: (env) => ask(env.read),
};
