import { guidanceRegister as ask, type GuidanceView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** What the body asked for. */
export const guidanceRegister: Query<Nothing, readonly GuidanceView[]> = {
  name: 'guidanceRegister',
  run: (env, _nothing, viewer) => ask(env.read, viewer),
};
