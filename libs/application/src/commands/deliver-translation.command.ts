import { translationDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { translationAt } from '../translations/source.ts';

export interface DeliverTranslationInput {
  readonly translationId: string;
  readonly text: string;
  /** Hash of the text that was translated, as the queue shows it. */
  readonly sourceHash: string;
}

/** Delivers a translation of what stands there; each delivery is an edition of its own. */
export const deliverTranslation = useCase<DeliverTranslationInput>('DeliverTranslation', async (env, input, context) => {
  const { translationId, text, sourceHash } = input;
  const found = await translationAt(env, translationId, context.caller.member);
  if ('code' in found) return refused(found);
  const data = { ...actOf(env, context), source: found.source, sourceHash, content: { kind: 'text', text } } as const;
  return runCommand(env, context, { decider: translationDecider, id: translationId, command: { type: 'DeliverTranslation', data }, input });
});
