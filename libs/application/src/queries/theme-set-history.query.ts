import { themeSetHistory as ask, type ThemeSetVersionView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Versions of a theme set, what each changed, and how many contributions stand under it. */
export const themeSetHistory: Query<{ readonly themeSetId: string }, readonly ThemeSetVersionView[]> = {
  name: 'themeSetHistory',
  run: (env, { themeSetId }) => ask(env.read, themeSetId),
};
