import { translationDecider } from '../../../domain/src/index.ts';
import { refused, runCommand, useCase } from '../run-command.ts';
import { translationAt } from '../translations/source.ts';

export interface NoteTranslationSourceInput {
  readonly translationId: string;
}

/** Puts on record that the other language has changed: what was translated is stale (row G20). */
export const noteTranslationSource = useCase<NoteTranslationSourceInput>('NoteTranslationSource', async (env, input, context) => {
  const { translationId } = input;
  const found = await translationAt(env, translationId, context.caller.member);
  if ('code' in found) return refused(found);
  const data = { now: env.clock.now(), source: found.source };
  return runCommand(env, context, {
    decider: translationDecider,
    id: translationId,
    command: { type: 'NoteTranslationSource', data },
    input,
  });
});
