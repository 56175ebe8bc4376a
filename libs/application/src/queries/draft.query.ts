import { draft as ask, type DraftView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** One draft of the own Member. */
export const draft: Query<{ readonly draftId: string }, DraftView | null> = {
  name: 'draft',
  looksBack: false,
  run: (env, { draftId }, viewer) => ask(env.read, draftId, viewer),
};
