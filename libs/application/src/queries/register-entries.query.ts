import { registerEntries as ask, type RegisterEntry } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Projects, regional structures or prior decisions, as recorded. */
export const registerEntries: Query<{ readonly register: 'project' | 'structure' | 'decision' }, readonly RegisterEntry[]> = {
  name: 'registerEntries',
  run: (env, { register }) => ask(env.read, register),
};
