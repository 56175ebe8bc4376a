import { conference as one, conferences as ask, type ConferenceView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Conferences. */
export const conferences: Query<Nothing, readonly ConferenceView[]> = {
  name: 'conferences',
  run: (env, _nothing, viewer) => ask(env.read, viewer),
};

/** One conference and where it stands. */
export const conference: Query<{ readonly conferenceId: string }, ConferenceView | null> = {
  name: 'conference',
  run: (env, { conferenceId }, viewer) => one(env.read, conferenceId, viewer),
};
