import { projectRegister as ask, type ProjectFilter, type ProjectView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** The project register by donor, community, country, component, region or theme, each fact with its paragraph. */
export const projects: Query<ProjectFilter, readonly ProjectView[]> = { name: 'projects', run: (env, filter) => ask(env.read, filter) };
