import { topicDecider, type CodedReason } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RecommendTopicInput {
  readonly topicId: string;
  readonly recommendation: 'accept' | 'decline';
  readonly reason: CodedReason;
}

/** Recommends an outcome to whoever decides; somebody else has to. */
export const recommendTopic = useCase<RecommendTopicInput>('RecommendTopic', (env, input, context) => {
  const { topicId, recommendation, reason } = input;
  return runCommand(env, context, {
    decider: topicDecider,
    id: topicId,
    command: { type: 'RecommendTopic', data: { actor: context.caller, recommendation, reason } },
    input,
  });
});
