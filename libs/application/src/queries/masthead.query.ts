import { masthead as ask, type Masthead } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** What the head of every page names. */
export const masthead: Query<Nothing, Masthead> = {
  name: 'masthead',
  run: (env) => ask(env.read, brusselsDate(env.clock.now())),
};
