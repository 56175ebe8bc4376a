import { documentDifference as ask, type DocumentDifferenceView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** What a later edition changes. */
export const documentDifference: Query<{ readonly documentId: string; readonly laterId: string }, DocumentDifferenceView | null> = {
  name: 'documentDifference',
  run: (env, pair, viewer) => ask(env.read, pair, viewer),
};
