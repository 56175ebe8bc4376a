import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface StartPracticeTriageInput {
  readonly practiceId: string;
}

/** Says that somebody is looking at it. */
export const startPracticeTriage = useCase<StartPracticeTriageInput>('StartPracticeTriage', (env, input, context) =>
  onPractice(env, context, input, { type: 'StartPracticeTriage', data: actOf(env, context) }),
);
