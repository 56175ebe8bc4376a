import { releasedDecision } from '../../contributions/release-facts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { refused, useCase } from '../../run-command.ts';

export interface MarkTopicDecisionReleasedInput {
  readonly topicId: string;
  readonly releaseId: string;
}

/** Puts on record in its own stream that a decision went out with a batch; follows from the release. */
export const markTopicDecisionReleased = useCase<MarkTopicDecisionReleasedInput>(
  'MarkTopicDecisionReleased',
  async (env, input, context) => {
    const { releaseId, topicId } = input;
    const data = await releasedDecision(env, releaseId, 'topic', topicId);
    return 'code' in data ? refused(data) : onTopic(env, context, input, { type: 'MarkTopicDecisionReleased', data });
  },
);
