import { daysOff as ask, type DayOff } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Holidays and closing days of the Secretariat in a year. */
export const daysOff: Query<{ readonly year: number }, readonly DayOff[]> = {
  name: 'daysOff',
  run: (env, { year }) => ask(env.read, year),
};
