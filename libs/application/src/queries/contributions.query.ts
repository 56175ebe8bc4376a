import { contributions as ask, type Page, type ContributionView, type ContributionFilter } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** What Members sent, as far as the viewer may know. */
export const contributions: Query<
  { readonly filter: ContributionFilter; readonly limit: number; readonly cursor: string | null },
  Page<ContributionView> | { readonly code: 'paging.bad_cursor' }
> = {
  name: 'contributions',
  run: (env, args, viewer) => ask(env.read, { ...args, viewer }),
};
