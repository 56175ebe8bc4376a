import { workingAgenda as ask, type WorkingAgendaView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** The agenda being built, with everything that stands against its next step; internal. */
export const workingAgenda: Query<{ readonly agendaId: string }, WorkingAgendaView | null> = {
  name: 'workingAgenda',
  run: (env, { agendaId }, viewer) => {
    const now = env.clock.now();
    return viewer.kind === 'internal' ? ask(env.read, agendaId, now, brusselsDate(now)) : null;
  },
};
