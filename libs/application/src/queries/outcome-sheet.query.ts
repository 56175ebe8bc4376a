import { outcomeSheet as ask, type OutcomeSheet } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** What the body did with each item, with every revision (row C13). */
export const outcomeSheet: Query<{ readonly agendaId: string }, OutcomeSheet | null> = {
  name: 'outcomeSheet',
  run: (env, { agendaId }, viewer) => ask(env.read, agendaId, viewer),
};
