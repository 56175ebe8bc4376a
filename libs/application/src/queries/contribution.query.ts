import { contribution as ask, type ContributionDossier } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** The whole file of one contribution. */
export const contribution: Query<{ readonly contributionId: string }, ContributionDossier | null> = {
  name: 'contribution',
  run: (env, { contributionId }, viewer) => ask(env.read, contributionId, viewer),
};
