import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface LapsePracticeClarificationInput {
  readonly practiceId: string;
}

/** Records that no answer came in time; given by the timer. */
export const lapsePracticeClarification = useCase<LapsePracticeClarificationInput>('LapsePracticeClarification', (env, input, context) =>
  onPractice(env, context, input, { type: 'LapsePracticeClarification', data: { now: env.clock.now() } }),
);
