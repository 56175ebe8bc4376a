import { releases as ask, type ReleaseView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Batches of decisions, as far as the viewer may know of them. */
export const releases: Query<Nothing, readonly ReleaseView[]> = {
  name: 'releases',
  run: (env, _args, viewer) => ask(env.read, viewer),
  // What was told once stays told; of a topic that a Member no longer stands behind it hears no more.
  stillPermitted: (env, then, viewer) => {
    const today = new Map(ask(env.read, viewer).map((release) => [release.releaseId, release.items.map(({ id }) => id)]));
    return then.flatMap((release) => {
      const known = today.get(release.releaseId);
      return known === undefined ? [] : [{ ...release, items: release.items.filter(({ id }) => known.includes(id)) }];
    });
  },
};
