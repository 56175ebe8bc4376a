import { attachmentDecider, draftDecider, type AttachedFile } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { actOf } from '../acts.ts';
import { withKeptFile, type HandedIn } from '../attachments/kept-file.ts';
import { fileOwner, type FileTarget } from '../attachments/owners.ts';
import type { CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { commandIdOf, refused, runCommand, useCase } from '../run-command.ts';

export interface FileAttachmentInput extends HandedIn {
  readonly owner: FileTarget;
  /** The Secretariat hands it in as received from the Member. */
  readonly forMember: boolean;
}

const fileWithDraft = (
  env: Environment,
  context: CommandContext,
  { owner }: FileAttachmentInput,
  attachmentId: string,
  file: AttachedFile,
): Promise<CommandOutcome> =>
  runCommand(env, context, {
    decider: draftDecider,
    id: owner.id,
    command: { type: 'AttachToDraft', data: { ...actOf(env, context), attachmentId, file } },
    input: { owner, file },
  });

/** Hands in a file for an object; a draft's file is the draft's until it is released (row A7). */
export const fileAttachment = useCase<FileAttachmentInput>('FileAttachment', async (env, input, context) => {
  const { owner, forMember } = input;
  const found = await fileOwner(env, owner, context.caller, forMember);
  if ('code' in found) return refused(found);
  const attachmentId = derivedId(commandIdOf(context), 'attachment', 0);
  return withKeptFile(env, context, input, (file, tried) => {
    const { object, id } = owner;
    if (object === 'draft') return fileWithDraft(env, tried, input, attachmentId, file);
    const { actor, now } = actOf(env, tried);
    const data = {
      attachmentId,
      owner: { object, id },
      member: found.member,
      edition: 1,
      file,
      filedBy: actor.accreditationId,
      filedAt: now,
    } as const;
    return runCommand(env, tried, {
      decider: attachmentDecider,
      id: attachmentId,
      command: { type: 'FileAttachment', data },
      input: { owner, file, forMember },
    });
  });
});
