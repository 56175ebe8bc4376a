import { sessions as ask, type SessionView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Sessions by date. */
export const sessions: Query<Nothing, readonly SessionView[]> = {
  name: 'sessions',
  run: (env) => ask(env.read),
};
