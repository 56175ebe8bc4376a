import { decisionDecider, sessionDecider, type ProposedText } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, stateOf, useCase } from '../run-command.ts';

export interface DraftDecisionInput extends ProposedText {
  readonly decisionId: string;
  readonly sessionId: string;
  /** What it is about, by the names of the streams (`guidance-PC0410.GR-1`). */
  readonly about: readonly string[];
}

/** Drafts a decision of the body in both languages; what exceeds its authority is refused (BR-22). */
export const draftDecision = useCase<DraftDecisionInput>('DraftDecision', async (env, input, context) => {
  const session = await stateOf(env, sessionDecider, input.sessionId);
  const { decisionId, sessionId, about, title, text, verb } = input;
  const body = session.status === 'unplanned' ? null : session.plan.body;
  const data = { ...actOf(env, context), decisionId, sessionId, body, about, title, text, verb };
  return runCommand(env, context, { decider: decisionDecider, id: decisionId, command: { type: 'DraftDecision', data }, input });
});
