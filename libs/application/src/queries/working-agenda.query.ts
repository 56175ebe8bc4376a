import { workingAgenda as ask, type WorkingAgendaView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** The agenda being built; internal. */
export const workingAgenda: Query<{ readonly agendaId: string }, WorkingAgendaView | null> = {
  name: 'workingAgenda',
  run: (env, { agendaId }, viewer) => (viewer.kind === 'internal' ? ask(env.read, agendaId) : null),
};
