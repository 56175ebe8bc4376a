import {
  contribution,
  contributions as ask,
  type Page,
  type ContributionView,
  type ContributionFilter,
} from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** What Members sent, as far as the viewer may know. */
export const contributions: Query<
  { readonly filter: ContributionFilter; readonly limit: number; readonly cursor: string | null },
  Page<ContributionView> | { readonly code: 'paging.bad_cursor' }
> = {
  name: 'contributions',
  run: (env, args, viewer) => ask(env.read, { ...args, viewer }),
  stillPermitted: (env, page, viewer) => {
    if ('code' in page) return page;
    const items = page.items.filter(({ contributionId }) => contribution(env.read, contributionId, viewer) !== null);
    return { ...page, items, total: page.total - (page.items.length - items.length) };
  },
};
