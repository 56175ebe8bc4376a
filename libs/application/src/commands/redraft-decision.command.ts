import { decisionDecider, type ProposedText } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RedraftDecisionInput extends ProposedText {
  readonly decisionId: string;
}

/** Changes the words of a draft, or of one whose silence was broken; a new round begins. */
export const redraftDecision = useCase<RedraftDecisionInput>('RedraftDecision', (env, input, context) => {
  const { decisionId, title, text, verb } = input;
  const data = { ...actOf(env, context), title, text, verb };
  return runCommand(env, context, { decider: decisionDecider, id: decisionId, command: { type: 'RedraftDecision', data }, input });
});
