import { themeSetVersions as ask, type ThemeSetView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** The themes in force, or those of a version. */
export const themeSet: Query<{ readonly themeSetId: string; readonly version: number | null }, ThemeSetView | null> = {
  name: 'themeSet',
  run: (env, { themeSetId, version }) => ask(env.read, themeSetId).find((found) => version === null || found.version === version) ?? null,
};
