import { guidanceDecider, type WorkingText } from '../../../domain/src/index.ts';
import { actOf, memberSpokenFor, refusedAtOnce } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface AnswerGuidanceStatusEnquiryInput {
  readonly guidanceId: string;
  readonly standing: 'resolved' | 'partially_resolved' | 'still_open';
  readonly text: WorkingText;
}

/** An addressee says how the matter stands for it. */
export const answerGuidanceStatusEnquiry = useCase<AnswerGuidanceStatusEnquiryInput>(
  'AnswerGuidanceStatusEnquiry',
  (env, input, context) => {
    const member = memberSpokenFor(context, null, 'AnswerGuidanceStatusEnquiry');
    if (typeof member !== 'string') return refusedAtOnce(member);
    const { guidanceId, standing, text } = input;
    const data = { ...actOf(env, context), member, standing, text };
    return runCommand(env, context, {
      decider: guidanceDecider,
      id: guidanceId,
      command: { type: 'AnswerGuidanceStatusEnquiry', data },
      input,
    });
  },
);
