import { registrations as ask, type RegistrationsView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** Who takes part, and who would be told of a change (row C18). */
export const registrations: Query<{ readonly conferenceId: string }, RegistrationsView | null> = {
  name: 'registrations',
  run: (env, { conferenceId }, viewer) => ask(env.read, conferenceId, viewer, brusselsDate(env.clock.now())),
};
