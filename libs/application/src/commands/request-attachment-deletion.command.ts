import { attachmentDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { ownAttachment } from '../attachments/own-attachment.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface RequestAttachmentDeletionInput {
  readonly attachmentId: string;
  readonly edition: number;
  readonly reasonCode: string;
  readonly reason: string;
}

/** Asks for the bytes of one edition to be deleted; a second person decides. */
export const requestAttachmentDeletion = useCase<RequestAttachmentDeletionInput>(
  'RequestAttachmentDeletion',
  async (env, input, context) => {
    const { attachmentId, edition, reasonCode, reason } = input;
    const found = await ownAttachment(env, attachmentId, context.caller);
    if ('code' in found) return refused(found);
    return runCommand(env, context, {
      decider: attachmentDecider,
      id: attachmentId,
      command: { type: 'RequestAttachmentDeletion', data: { ...actOf(env, context), edition, reasonCode, reason } },
      input,
    });
  },
);
