import { coverage as ask, type CoverageView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** What a call brought, by priority, region and community; of the last call when none is named. */
export const coverage: Query<{ readonly callId: string | null }, CoverageView | null> = {
  name: 'coverage',
  run: (env, { callId }, viewer) => ask(env.read, { callId, day: brusselsDate(env.clock.now()) }, viewer),
};
