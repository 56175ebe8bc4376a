import { attachmentDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { withKeptFile, type HandedIn } from '../attachments/kept-file.ts';
import { ownAttachment } from '../attachments/own-attachment.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface FileAttachmentEditionInput extends HandedIn {
  readonly attachmentId: string;
}

/** Hands in a newer edition of a file; the earlier ones stay. */
export const fileAttachmentEdition = useCase<FileAttachmentEditionInput>('FileAttachmentEdition', async (env, input, context) => {
  const { attachmentId } = input;
  const found = await ownAttachment(env, attachmentId, context.caller);
  if ('code' in found) return refused(found);
  return withKeptFile(env, context, input, (file, tried) =>
    runCommand(env, tried, {
      decider: attachmentDecider,
      id: attachmentId,
      command: { type: 'FileAttachmentEdition', data: { ...actOf(env, tried), file } },
      input: { attachmentId, file },
    }),
  );
});
