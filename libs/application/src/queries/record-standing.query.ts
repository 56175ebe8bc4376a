import type { Instant } from '../../../domain/src/index.ts';
import { recordStanding as ask, type RecordStanding } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Where the record stands, and the business time now. */
export const recordStanding: Query<Nothing, RecordStanding & { readonly now: Instant }> = {
  name: 'recordStanding',
  run: (env) => ({ ...ask(env.read), now: env.clock.now() }),
};
