import type { CodedReason, Recommendation } from '../../../domain/src/index.ts';
import { onTopic } from '../contributions/on-contribution.ts';
import { useCase } from '../run-command.ts';

export interface RecommendTopicInput {
  readonly topicId: string;
  readonly recommendation: Recommendation;
  readonly reason: CodedReason;
  /** Into which topic, of a recommendation to merge. */
  readonly targetId?: string;
  /** To which session, of a recommendation to defer. */
  readonly toSession?: string;
}

/** Recommends an outcome to whoever decides; somebody else has to. */
export const recommendTopic = useCase<RecommendTopicInput>('RecommendTopic', (env, input, context) => {
  const { topicId: _topicId, ...wish } = input;
  return onTopic(env, context, input, { type: 'RecommendTopic', data: { actor: context.caller, ...wish } });
});
