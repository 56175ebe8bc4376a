import { guidanceDecider } from '../../../domain/src/index.ts';
import { actOf, memberSpokenFor, refusedAtOnce } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ConfirmGuidanceClosureInput {
  readonly guidanceId: string;
}

/** An addressee confirms that the matter is settled for it. */
export const confirmGuidanceClosure = useCase<ConfirmGuidanceClosureInput>('ConfirmGuidanceClosure', (env, input, context) => {
  const member = memberSpokenFor(context, null, 'ConfirmGuidanceClosure');
  if (typeof member !== 'string') return refusedAtOnce(member);
  const data = { ...actOf(env, context), member };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: input.guidanceId,
    command: { type: 'ConfirmGuidanceClosure', data },
    input,
  });
});
