import { translationDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { translationAt } from '../translations/source.ts';

export interface CertifyTranslationInput {
  readonly translationId: string;
  /** The edition that was read. */
  readonly edition: number;
}

/** A reviser stands for an edition being true to what stands there; whoever translated does not certify (row G20). */
export const certifyTranslation = useCase<CertifyTranslationInput>('CertifyTranslation', async (env, input, context) => {
  const { translationId, edition } = input;
  const found = await translationAt(env, translationId, context.caller.member);
  if ('code' in found) return refused(found);
  const data = { ...actOf(env, context), source: found.source, edition };
  return runCommand(env, context, { decider: translationDecider, id: translationId, command: { type: 'CertifyTranslation', data }, input });
});
