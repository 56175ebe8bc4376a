import { decision as one, decisionBoard as board, type DecisionView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';
import { wordsHash } from '../decision-facts.ts';

/** Decisions and running silences. */
export const decisionBoard: Query<Nothing, readonly DecisionView[]> = {
  name: 'decisionBoard',
  run: (env, _nothing, viewer) => board(env.read, viewer, wordsHash),
};

/** One decision. */
export const decision: Query<{ readonly decisionId: string }, DecisionView | null> = {
  name: 'decision',
  run: (env, { decisionId }, viewer) => one(env.read, decisionId, viewer, wordsHash),
};
