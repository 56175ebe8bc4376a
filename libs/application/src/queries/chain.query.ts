import { chain as ask, toProvJson, type Chain, type ProvDocument } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** One object with all it follows from and all that follows from it. */
export const chain: Query<{ readonly id: string }, Chain | null> = {
  name: 'chain',
  run: (env, { id }, viewer) => ask(env.read, id, viewer),
};

/** The same as W3C PROV-JSON. */
export const provenance: Query<{ readonly id: string }, ProvDocument | null> = {
  name: 'provenance',
  run: (env, { id }, viewer) => {
    const found = ask(env.read, id, viewer);
    return found === null ? null : toProvJson(found);
  },
};
