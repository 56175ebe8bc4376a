import { draftDecider } from '../../../domain/src/index.ts';
import { deleteUnused } from '../attachments/bytes-in-use.ts';
import { draftState } from '../facts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface DiscardDraftInput {
  readonly draftId: string;
}

/** Throws a draft away, with the bytes of its files that nothing else needs. */
export const discardDraft = useCase<DiscardDraftInput>('DiscardDraft', async (env, input, context) => {
  const state = await draftState(env, input.draftId);
  if (state.status === 'unknown') return refused({ code: 'draft.not_found' });
  const outcome = await runCommand(env, context, {
    decider: draftDecider,
    id: input.draftId,
    command: { type: 'DiscardDraft', data: { now: env.clock.now(), actor: context.caller } },
    input,
  });
  const files = outcome.kind === 'done' && state.status === 'kept' ? state.files : [];
  for (const { file } of files) await env.blobs.exclusively(file.sha256, () => deleteUnused(env, file.sha256));
  return outcome;
});
