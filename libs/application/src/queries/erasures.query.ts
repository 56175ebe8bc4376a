import { erasure as askOne, erasures as ask, type ErasureCertificate, type ErasureView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** What was asked to be erased and what became of it; for the Secretariat and the auditor. */
export const erasures: Query<Nothing, readonly ErasureView[]> = {
  name: 'erasures',
  run: (env, _args, viewer) => (viewer.kind === 'internal' ? ask(env.read) : []),
};

/** One erasure with the events that are without their content since; null for whom it does not concern. */
export const erasure: Query<{ readonly erasureId: string }, ErasureCertificate | null> = {
  name: 'erasure',
  run: (env, { erasureId }, viewer) => (viewer.kind === 'internal' ? askOne(env.read, erasureId) : null),
};
