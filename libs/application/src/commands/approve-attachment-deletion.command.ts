import { attachmentDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { deleteUnused } from '../attachments/bytes-in-use.ts';
import { ownAttachment } from '../attachments/own-attachment.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface ApproveAttachmentDeletionInput {
  readonly attachmentId: string;
  readonly edition: number;
}

/**
 * The second person decides that the bytes of an edition go. The event comes first; bytes that another edition needs stay. A retry
 * after a crash finds the event and deletes what was left.
 */
export const approveAttachmentDeletion = useCase<ApproveAttachmentDeletionInput>(
  'ApproveAttachmentDeletion',
  async (env, input, context) => {
    const { attachmentId, edition } = input;
    const found = await ownAttachment(env, attachmentId, context.caller);
    if ('code' in found) return refused(found);
    const sha256 = found.editions.find((known) => known.edition === edition)?.file.sha256 ?? '';
    return env.blobs.exclusively(sha256, async () => {
      const outcome = await runCommand(env, context, {
        decider: attachmentDecider,
        id: attachmentId,
        command: { type: 'ApproveAttachmentDeletion', data: { ...actOf(env, context), edition } },
        input,
      });
      if (outcome.kind === 'done') await deleteUnused(env, sha256);
      return outcome;
    });
  },
);
