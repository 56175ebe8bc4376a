import { countryPage as ask, type CountryPage } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';
import { brusselsDate } from '../time/wall-time.ts';

/** What the record holds about one country on a date, today without one, as far as the viewer may know. */
export const countryPage: Query<{ readonly code: string; readonly onDate: string | null }, CountryPage | null> = {
  name: 'countryPage',
  run: (env, { code, onDate }, viewer) => ask(env.read, code, onDate ?? brusselsDate(env.clock.now()), viewer),
  stillPermitted: (env, then, viewer) => {
    if (then === null) return null;
    const today = ask(env.read, then.code, brusselsDate(env.clock.now()), viewer);
    const known = new Set(today?.contributions.map(({ contributionId }) => contributionId));
    return { ...then, contributions: then.contributions.filter(({ contributionId }) => known.has(contributionId)) };
  },
};
