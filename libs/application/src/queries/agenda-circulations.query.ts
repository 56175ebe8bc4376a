import { circulations, type CirculationView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** To whom versions were sent; for Members and the Secretariat (BR-18). */
export const agendaCirculations: Query<{ readonly agendaId: string }, readonly CirculationView[] | null> = {
  name: 'agendaCirculations',
  run: (env, { agendaId }, viewer) => (viewer.kind === 'public' ? null : circulations(env.read, agendaId, viewer)),
};
