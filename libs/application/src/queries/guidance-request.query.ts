import { guidanceRequest as ask, type GuidanceView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** One request. */
export const guidanceRequest: Query<{ readonly guidanceId: string }, GuidanceView | null> = {
  name: 'guidanceRequest',
  run: (env, { guidanceId }, viewer) => ask(env.read, guidanceId, viewer),
};
