import { action as one, actions as all, type ActionFilter, type ActionView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Actions with owner, due session and evidence. */
export const actions: Query<ActionFilter, readonly ActionView[]> = {
  name: 'actions',
  run: (env, filter, viewer) => all(env.read, filter, viewer),
};

/** One action. */
export const action: Query<{ readonly actionId: string }, ActionView | null> = {
  name: 'action',
  run: (env, { actionId }, viewer) => one(env.read, actionId, viewer),
};
