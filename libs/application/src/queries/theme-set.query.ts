import { themeSet as ask, type ThemeSetView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** The themes in force. */
export const themeSet: Query<{ readonly themeSetId: string }, ThemeSetView | null> = {
  name: 'themeSet',
  run: (env, { themeSetId }) => ask(env.read, themeSetId),
};
