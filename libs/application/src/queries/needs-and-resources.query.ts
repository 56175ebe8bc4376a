import { contribution, needsAndResources as ask, type NeedsAndResources, type NeedsFilter } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** What Members brought forward against projects, donors and structures, each match with what it rests on (row D12). */
export const needsAndResources: Query<{ readonly filter: NeedsFilter; readonly limit: number }, NeedsAndResources> = {
  name: 'needsAndResources',
  run: (env, { filter, limit }, viewer) => ask(env.read, { filter, limit, viewer, day: brusselsDate(env.clock.now()) }),
  stillPermitted: (env, then, viewer) => ({
    ...then,
    needs: then.needs.filter(({ contributionId }) => contribution(env.read, contributionId, viewer) !== null),
  }),
};
