import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface FlagPracticeSensitiveInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Marks it as sensitive for those who handle it: a dispute between Members, a company that is named. */
export const flagPracticeSensitive = useCase<FlagPracticeSensitiveInput>('FlagPracticeSensitive', (env, input, context) =>
  onPractice(env, context, input, { type: 'FlagPracticeSensitive', data: { ...actOf(env, context), reason: input.reason } }),
);
