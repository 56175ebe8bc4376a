import { drafts as ask, type DraftView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** The viewer's own Member's drafts. */
export const drafts: Query<Nothing, readonly DraftView[]> = {
  name: 'drafts',
  looksBack: false,
  run: (env, _args, viewer) => ask(env.read, viewer),
};
