import { agendaTraces as ask, type AgendaTraces } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** What was moved, dropped or cancelled from version to version (row C14). */
export const agendaTraces: Query<{ readonly agendaId: string }, AgendaTraces | null> = {
  name: 'agendaTraces',
  run: (env, { agendaId }) => ask(env.read, agendaId),
};
