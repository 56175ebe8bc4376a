import { decisionDecider, type Language } from '../../../domain/src/index.ts';
import { actOf, memberSpokenFor, refusedAtOnce } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ObjectToDecisionInput {
  readonly decisionId: string;
  readonly language: Language;
  readonly text: string;
}

/** A Member objects to words under silence; one objection breaks it. */
export const objectToDecision = useCase<ObjectToDecisionInput>('ObjectToDecision', (env, input, context) => {
  const member = memberSpokenFor(context, null, 'ObjectToDecision');
  if (typeof member !== 'string') return refusedAtOnce(member);
  const { decisionId, language, text } = input;
  const data = { ...actOf(env, context), member, language, text };
  return runCommand(env, context, { decider: decisionDecider, id: decisionId, command: { type: 'ObjectToDecision', data }, input });
});
