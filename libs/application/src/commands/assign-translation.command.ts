import { translationDecider, type AccreditationId, type Instant } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { standingOf } from '../meeting-facts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface AssignTranslationInput {
  readonly translationId: string;
  /** Accreditation of whoever is to translate. */
  readonly translator: AccreditationId;
  /** Null when it does not press. */
  readonly dueAt: Instant | null;
}

/** Gives a translation to somebody who may act; nobody else then delivers it. */
export const assignTranslation = useCase<AssignTranslationInput>('AssignTranslation', async (env, input, context) => {
  const { translationId, translator, dueAt } = input;
  if (!(await standingOf(env, translator)).valid) return refused({ code: 'accreditation.not_granted' });
  const data = { ...actOf(env, context), translator, dueAt };
  return runCommand(env, context, { decider: translationDecider, id: translationId, command: { type: 'AssignTranslation', data }, input });
});
