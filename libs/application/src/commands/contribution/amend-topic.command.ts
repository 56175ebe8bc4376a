import type { ContributionContent } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { closesForEditsOf, wordingOf } from '../../contributions/facts.ts';
import { onTopic, topicState } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface AmendTopicInput {
  readonly topicId: string;
  readonly content: ContributionContent;
}

/** A new edition by its Member, until changes close; every earlier one stays (BR-05). */
export const amendTopic = useCase<AmendTopicInput>('AmendTopic', async (env, input, context) => {
  const wording = await wordingOf(env, input.content);
  const closesForEdits = await closesForEditsOf(env, await topicState(env, input.topicId));
  return onTopic(env, context, input, { type: 'AmendTopic', data: { ...actOf(env, context), ...wording, closesForEdits } });
});
