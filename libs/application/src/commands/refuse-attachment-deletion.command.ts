import { attachmentDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { ownAttachment } from '../attachments/own-attachment.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface RefuseAttachmentDeletionInput {
  readonly attachmentId: string;
  readonly edition: number;
  readonly reason: string;
}

/** Refuses the deletion of bytes that somebody asked for. */
export const refuseAttachmentDeletion = useCase<RefuseAttachmentDeletionInput>('RefuseAttachmentDeletion', async (env, input, context) => {
  const { attachmentId, edition, reason } = input;
  const found = await ownAttachment(env, attachmentId, context.caller);
  if ('code' in found) return refused(found);
  return runCommand(env, context, {
    decider: attachmentDecider,
    id: attachmentId,
    command: { type: 'RefuseAttachmentDeletion', data: { ...actOf(env, context), edition, reason } },
    input,
  });
});
