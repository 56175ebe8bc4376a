import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface PublishPracticeInput {
  readonly practiceId: string;
}

/** Opens an accepted practice to everybody, in the compendium. */
export const publishPractice = useCase<PublishPracticeInput>('PublishPractice', (env, input, context) =>
  onPractice(env, context, input, { type: 'PublishPractice', data: actOf(env, context) }),
);
