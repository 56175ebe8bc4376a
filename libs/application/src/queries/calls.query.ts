import { calls as ask, type CallView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Calls for contributions. */
export const calls: Query<Nothing, readonly CallView[]> = {
  name: 'calls',
  run: (env) => ask(env.read),
};
