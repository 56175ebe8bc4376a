import { accreditations as ask, type AccreditationView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Who may act for whom; internal. */
export const accreditations: Query<Nothing, readonly AccreditationView[]> = {
  name: 'accreditations',
  run: (env, _args, viewer) => (viewer.kind === 'internal' ? ask(env.read) : []),
};
