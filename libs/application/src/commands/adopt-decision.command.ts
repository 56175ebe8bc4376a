import { decisionDecider, sessionDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { wordsHash } from '../decision-facts.ts';
import type { Environment } from '../contract.ts';
import { runCommand, stateOf, useCase } from '../run-command.ts';

export interface AdoptDecisionInput {
  readonly decisionId: string;
  /** Hash of the words that were read out. */
  readonly textHash: string;
}

const sits = async (env: Environment, decisionId: string): Promise<boolean> => {
  const decision = await stateOf(env, decisionDecider, decisionId);
  if (decision.status === 'unknown' || decision.status === 'prior') return false;
  return (await stateOf(env, sessionDecider, decision.drafted.sessionId)).status === 'open';
};

/** The Chair records that the body adopted the words, while its session sits. */
export const adoptDecision = useCase<AdoptDecisionInput>('AdoptDecision', async (env, input, context) => {
  const { decisionId, textHash } = input;
  const data = { ...actOf(env, context), sessionOpen: await sits(env, decisionId), textHash, hashOf: wordsHash };
  return runCommand(env, context, { decider: decisionDecider, id: decisionId, command: { type: 'AdoptDecision', data }, input });
});
