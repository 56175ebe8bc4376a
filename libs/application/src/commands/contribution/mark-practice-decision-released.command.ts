import { releasedDecision } from '../../contributions/release-facts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { refused, useCase } from '../../run-command.ts';

export interface MarkPracticeDecisionReleasedInput {
  readonly practiceId: string;
  readonly releaseId: string;
}

/** Puts on record in its own stream that a decision went out with a batch; follows from the release. */
export const markPracticeDecisionReleased = useCase<MarkPracticeDecisionReleasedInput>(
  'MarkPracticeDecisionReleased',
  async (env, input, context) => {
    const { releaseId, practiceId } = input;
    const data = await releasedDecision(env, releaseId, 'practice', practiceId);
    return 'code' in data ? refused(data) : onPractice(env, context, input, { type: 'MarkPracticeDecisionReleased', data });
  },
);
