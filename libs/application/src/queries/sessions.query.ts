import { session as one, sessions as ask, type SessionView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Sessions by date. */
export const sessions: Query<Nothing, readonly SessionView[]> = {
  name: 'sessions',
  run: (env, _nothing, viewer) => ask(env.read, viewer),
};

/** One session and where it stands. */
export const session: Query<{ readonly sessionId: string }, SessionView | null> = {
  name: 'session',
  run: (env, { sessionId }, viewer) => one(env.read, sessionId, viewer),
};
