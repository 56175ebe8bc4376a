import type { ContributionContent } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { wordingOf } from '../../contributions/facts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface CorrectPracticeEntryInput {
  readonly practiceId: string;
  readonly content: ContributionContent;
}

/** The Member puts its own wording in place of what the Secretariat entered for it: a new edition. */
export const correctPracticeEntry = useCase<CorrectPracticeEntryInput>('CorrectPracticeEntry', async (env, input, context) => {
  const wording = await wordingOf(env, input.content);
  return onPractice(env, context, input, { type: 'CorrectPracticeEntry', data: { ...actOf(env, context), ...wording } });
});
