import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface LiftPracticeSensitiveFlagInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Takes the mark of sensitivity off, with a reason. */
export const liftPracticeSensitiveFlag = useCase<LiftPracticeSensitiveFlagInput>('LiftPracticeSensitiveFlag', (env, input, context) =>
  onPractice(env, context, input, { type: 'LiftPracticeSensitiveFlag', data: { ...actOf(env, context), reason: input.reason } }),
);
