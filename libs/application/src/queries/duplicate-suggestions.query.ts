import { duplicateSuggestions as ask, type DuplicateFilter, type DuplicateSuggestion, type Page } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Pairs of contributions that may say the same, for the Secretariat: what others sent is nobody else's before it is published. */
export const duplicateSuggestions: Query<
  { readonly filter: DuplicateFilter; readonly limit: number; readonly cursor: string | null },
  Page<DuplicateSuggestion> | { readonly code: 'paging.bad_cursor' } | null
> = {
  name: 'duplicateSuggestions',
  run: (env, args, viewer) => (viewer.kind === 'internal' ? ask(env.read, args) : null),
};
