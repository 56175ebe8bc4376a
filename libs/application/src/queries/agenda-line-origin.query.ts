import { agendaLineOrigin as ask, type AgendaLineOrigin } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Why a line is on the agenda, back to the paragraph that asked for it. */
export const agendaLineOrigin: Query<
  { readonly agendaId: string; readonly version: number; readonly itemId: string },
  AgendaLineOrigin | null
> = {
  name: 'agendaLineOrigin',
  run: (env, address, viewer) => ask(env.read, address, viewer),
};
