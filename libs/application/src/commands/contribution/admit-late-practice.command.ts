import type { CodedReason } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { onPractice } from '../../contributions/on-contribution.ts';
import { useCase } from '../../run-command.ts';

export interface AdmitLatePracticeInput {
  readonly practiceId: string;
  readonly reason: CodedReason;
}

/** Admits what came after the deadline; late it stays (BR-12). */
export const admitLatePractice = useCase<AdmitLatePracticeInput>('AdmitLatePractice', (env, input, context) =>
  onPractice(env, context, input, { type: 'AdmitLatePractice', data: { ...actOf(env, context), reason: input.reason } }),
);
