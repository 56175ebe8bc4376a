import { project as ask, type ProjectView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** One project with every fact, doubt and correction. */
export const project: Query<{ readonly projectId: string }, ProjectView | null> = {
  name: 'project',
  run: (env, { projectId }) => ask(env.read, projectId),
};
