import {
  compendium as practices,
  followUp as ask,
  type CompendiumEntry,
  type CompendiumFilter,
  type FollowUp,
} from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { wordsHash } from '../decision-facts.ts';

/** The follow-up document of a session, request by request. */
export const followUp: Query<{ readonly sessionId: string }, FollowUp | null> = {
  name: 'followUp',
  run: (env, { sessionId }, viewer) => ask(env.read, sessionId, viewer, wordsHash),
};

/** National practices, searched by what they are about. */
export const compendium: Query<CompendiumFilter, readonly CompendiumEntry[]> = {
  name: 'compendium',
  run: (env, filter, viewer) => practices(env.read, filter, viewer),
};
