import type { ContributionContent } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { wordingOf } from '../../contributions/facts.ts';
import { onTopic } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface CorrectTopicEntryInput {
  readonly topicId: string;
  readonly content: ContributionContent;
}

/** The Member puts its own wording in place of what the Secretariat entered for it: a new edition. */
export const correctTopicEntry = useCase<CorrectTopicEntryInput>('CorrectTopicEntry', async (env, input, context) => {
  const wording = await wordingOf(env, input.content);
  return onTopic(env, context, input, { type: 'CorrectTopicEntry', data: { ...actOf(env, context), ...wording } });
});
