import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface ConfirmPracticeEntryInput {
  readonly practiceId: string;
}

/** The Member confirms what the Secretariat entered for it (rows A13, A14). */
export const confirmPracticeEntry = useCase<ConfirmPracticeEntryInput>('ConfirmPracticeEntry', (env, input, context) =>
  onPractice(env, context, input, { type: 'ConfirmPracticeEntry', data: actOf(env, context) }),
);
