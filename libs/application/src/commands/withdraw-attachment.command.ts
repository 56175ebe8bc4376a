import { attachmentDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { ownAttachment } from '../attachments/own-attachment.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface WithdrawAttachmentInput {
  readonly attachmentId: string;
  readonly reason: string;
}

/** Takes a file away from its object; what was filed stays on record. */
export const withdrawAttachment = useCase<WithdrawAttachmentInput>('WithdrawAttachment', async (env, input, context) => {
  const { attachmentId, reason } = input;
  const found = await ownAttachment(env, attachmentId, context.caller);
  if ('code' in found) return refused(found);
  return runCommand(env, context, {
    decider: attachmentDecider,
    id: attachmentId,
    command: { type: 'WithdrawAttachment', data: { ...actOf(env, context), reason } },
    input,
  });
});
