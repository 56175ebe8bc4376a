import { conferences as ask, type ConferenceView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Conferences. */
export const conferences: Query<Nothing, readonly ConferenceView[]> = {
  name: 'conferences',
  run: (env) => ask(env.read),
};
