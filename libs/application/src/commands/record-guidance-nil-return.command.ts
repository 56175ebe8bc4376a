import { guidanceDecider, type MemberCode } from '../../../domain/src/index.ts';
import { actOf, memberSpokenFor, refusedAtOnce } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RecordGuidanceNilReturnInput {
  readonly guidanceId: string;
  /** Null for the Member that the caller acts for. */
  readonly member: MemberCode | null;
}

/** A Member says that it has nothing to report, itself or through the Secretariat. */
export const recordGuidanceNilReturn = useCase<RecordGuidanceNilReturnInput>('RecordGuidanceNilReturn', (env, input, context) => {
  const member = memberSpokenFor(context, input.member, 'RecordGuidanceNilReturn');
  if (typeof member !== 'string') return refusedAtOnce(member);
  const data = { ...actOf(env, context), member };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: input.guidanceId,
    command: { type: 'RecordGuidanceNilReturn', data },
    input,
  });
});
