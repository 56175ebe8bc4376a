import { translationDecider, type TranslationSubject } from '../../../domain/src/index.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { sourceOf, translationIdOf } from '../translations/source.ts';

export interface RequestTranslationInput {
  readonly subject: TranslationSubject;
}

/** Asks for a field or a document in the other working language (BR-06). */
export const requestTranslation = useCase<RequestTranslationInput>('RequestTranslation', async (env, input, context) => {
  const { subject } = input;
  const source = await sourceOf(env, subject, context.caller.member);
  if (source === null) return refused({ code: 'translation.no_such_text', field: subject.field });
  const translationId = translationIdOf(subject);
  const requested = { requestedBy: context.caller.accreditationId, requestedAt: env.clock.now() };
  const data = { translationId, subject, from: source.language, to: source.other, sourceHash: source.hash, ...requested };
  return runCommand(env, context, { decider: translationDecider, id: translationId, command: { type: 'RequestTranslation', data }, input });
});
