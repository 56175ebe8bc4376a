import { draftDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { deleteUnused } from '../attachments/bytes-in-use.ts';
import { draftState } from '../facts.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface DetachFromDraftInput {
  readonly draftId: string;
  readonly attachmentId: string;
}

/** Takes a file away from a draft before it is released; bytes that nothing else needs go with it. */
export const detachFromDraft = useCase<DetachFromDraftInput>('DetachFromDraft', async (env, input, context) => {
  const { draftId, attachmentId } = input;
  const state = await draftState(env, draftId);
  if (state.status !== 'kept' || state.draft.member !== context.caller.member) return refused({ code: 'draft.not_found' });
  const sha256 = state.files.find((file) => file.attachmentId === attachmentId)?.file.sha256 ?? '';
  return env.blobs.exclusively(sha256, async () => {
    const outcome = await runCommand(env, context, {
      decider: draftDecider,
      id: draftId,
      command: { type: 'DetachFromDraft', data: { ...actOf(env, context), attachmentId } },
      input,
    });
    if (outcome.kind === 'done') await deleteUnused(env, sha256);
    return outcome;
  });
});
