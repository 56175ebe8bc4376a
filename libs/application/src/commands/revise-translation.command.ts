import { translationDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { translationAt } from '../translations/source.ts';

export interface ReviseTranslationInput {
  readonly translationId: string;
  /** The edition that was read. */
  readonly edition: number;
  /** How it reads now; null when nothing was changed. */
  readonly text: string | null;
}

/** A reviser has read an edition against its source; what he changed is an edition of its own, and somebody else certifies it (row G20). */
export const reviseTranslation = useCase<ReviseTranslationInput>('ReviseTranslation', async (env, input, context) => {
  const { translationId, edition, text } = input;
  const found = await translationAt(env, translationId, context.caller.member);
  if ('code' in found) return refused(found);
  const content = text === null ? null : ({ kind: 'text', text } as const);
  const data = { ...actOf(env, context), source: found.source, edition, content };
  return runCommand(env, context, { decider: translationDecider, id: translationId, command: { type: 'ReviseTranslation', data }, input });
});
