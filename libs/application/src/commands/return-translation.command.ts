import { translationDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ReturnTranslationInput {
  readonly translationId: string;
  readonly edition: number;
  readonly reason: string;
}

/** A reviser gives a translation back, with what is wrong with it. */
export const returnTranslation = useCase<ReturnTranslationInput>('ReturnTranslation', (env, input, context) => {
  const { translationId, edition, reason } = input;
  const data = { ...actOf(env, context), edition, reason };
  return runCommand(env, context, { decider: translationDecider, id: translationId, command: { type: 'ReturnTranslation', data }, input });
});
