import { agendaVersion as ask, type AgendaVersionView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** One published version; the latest without a number. */
export const agendaVersion: Query<{ readonly agendaId: string; readonly version: number | null }, AgendaVersionView | null> = {
  name: 'agendaVersion',
  run: (env, { agendaId, version }) => ask(env.read, agendaId, version),
};
