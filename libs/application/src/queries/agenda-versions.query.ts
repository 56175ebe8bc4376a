import { agendaVersions as ask, type AgendaVersionSummary } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Published versions, newest first. */
export const agendaVersions: Query<{ readonly agendaId: string }, readonly AgendaVersionSummary[]> = {
  name: 'agendaVersions',
  run: (env, { agendaId }) => ask(env.read, agendaId),
};
