import { annotatedAgenda as ask, type AnnotatedAgenda } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { wordsHash } from '../decision-facts.ts';

/** A version with what a reader has to know of each item (row C11). */
export const annotatedAgenda: Query<{ readonly agendaId: string; readonly version: number | 'working' }, AnnotatedAgenda | null> = {
  name: 'annotatedAgenda',
  run: (env, address, viewer) => ask(env.read, address, { viewer, hashOf: wordsHash }),
};
