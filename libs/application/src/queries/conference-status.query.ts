import { conferenceStatus as ask, type ConferenceStatus } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** Where the conference stands, what is asked and until when. */
export const conferenceStatus: Query<Nothing, ConferenceStatus> = {
  name: 'conferenceStatus',
  run: (env) => ask(env.read, env.clock.now(), brusselsDate(env.clock.now())),
};
