import { mayFind, search as ask, type SearchAnswer, type SearchQuestion } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Finds by words what the viewer may know of. */
export const search: Query<
  SearchQuestion & { readonly limit: number; readonly cursor: string | null },
  SearchAnswer | { readonly code: 'paging.bad_cursor' }
> = {
  name: 'search',
  run: (env, { limit, cursor, ...question }, viewer) => ask(env.read, question, viewer, { limit, cursor }),
  stillPermitted: (env, answer, viewer) => {
    if ('code' in answer) return answer;
    const items = answer.items.filter((hit) => mayFind(env.read, hit, viewer));
    return { ...answer, items, total: answer.total - (answer.items.length - items.length) };
  },
};
