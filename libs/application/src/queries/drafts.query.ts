import { drafts as ask, type DraftView, type Page } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** The viewer's own Member's drafts, one page of them. */
export const drafts: Query<
  { readonly limit: number; readonly cursor: string | null },
  Page<DraftView> | { readonly code: 'paging.bad_cursor' }
> = {
  name: 'drafts',
  looksBack: false,
  run: (env, args, viewer) => ask(env.read, { ...args, viewer }),
};
