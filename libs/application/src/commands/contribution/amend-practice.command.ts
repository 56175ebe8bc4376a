import type { ContributionContent } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { closesForEditsOf, wordingOf } from '../../contributions/facts.ts';
import { onPractice, practiceState } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface AmendPracticeInput {
  readonly practiceId: string;
  readonly content: ContributionContent;
}

/** A new edition by its Member, until changes close; every earlier one stays (BR-05). */
export const amendPractice = useCase<AmendPracticeInput>('AmendPractice', async (env, input, context) => {
  const wording = await wordingOf(env, input.content);
  const closesForEdits = await closesForEditsOf(env, await practiceState(env, input.practiceId));
  return onPractice(env, context, input, { type: 'AmendPractice', data: { ...actOf(env, context), ...wording, closesForEdits } });
});
