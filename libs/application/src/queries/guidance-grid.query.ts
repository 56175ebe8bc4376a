import { guidanceGrid as ask, type GuidanceGrid } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Who was asked, and who has answered. */
export const guidanceGrid: Query<{ readonly guidanceId: string }, GuidanceGrid | null> = {
  name: 'guidanceGrid',
  run: (env, { guidanceId }, viewer) => ask(env.read, guidanceId, viewer),
};
