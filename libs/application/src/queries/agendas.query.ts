import { agendas as ask, type AgendaEntry } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Agendas that the viewer may know of. */
export const agendas: Query<Nothing, readonly AgendaEntry[]> = {
  name: 'agendas',
  run: (env, _nothing, viewer) => ask(env.read, viewer),
};
