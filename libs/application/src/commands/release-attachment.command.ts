import { attachmentDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { ownAttachment } from '../attachments/own-attachment.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface ReleaseAttachmentInput {
  readonly attachmentId: string;
  readonly to: 'members' | 'public';
}

/** Lets others read a file of the Secretariat from now on. */
export const releaseAttachment = useCase<ReleaseAttachmentInput>('ReleaseAttachment', async (env, input, context) => {
  const { attachmentId, to } = input;
  const found = await ownAttachment(env, attachmentId, context.caller);
  if ('code' in found) return refused(found);
  return runCommand(env, context, {
    decider: attachmentDecider,
    id: attachmentId,
    command: { type: 'ReleaseAttachment', data: { ...actOf(env, context), to } },
    input,
  });
});
