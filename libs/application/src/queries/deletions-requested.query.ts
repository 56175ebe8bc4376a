import { deletionsRequested as ask, type AttachmentView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Files whose bytes somebody asked to be deleted; internal. */
export const deletionsRequested: Query<Nothing, readonly AttachmentView[]> = {
  name: 'deletionsRequested',
  run: (env, _args, viewer) => (viewer.kind === 'internal' ? ask(env.read) : []),
};
