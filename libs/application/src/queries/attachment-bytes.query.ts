import { attachment, draft, type AttachmentView, type ReadDatabase, type Viewer } from '../../../projections/src/index.ts';
import type { AttachedFile } from '../../../domain/src/index.ts';
import type { Environment, Query } from '../contract.ts';

/** A file to be handed over, byte by byte. */
export interface AttachmentBytes extends AttachedFile {
  readonly bytes: AsyncIterable<Uint8Array>;
}

type Gone = { readonly code: 'attachment.bytes_deleted'; readonly edition: number };

const openBytes = async (env: Environment, file: AttachedFile, edition: number): Promise<AttachmentBytes | Gone> => {
  const bytes = await env.blobs.open(file.sha256);
  return bytes === null ? { code: 'attachment.bytes_deleted', edition } : { ...file, bytes };
};

const editionOf = ({ editions }: AttachmentView, edition: number | null) =>
  editions.find((known) => edition === null || known.edition === edition);

/** Whether bytes are gone today, or nobody may read them any longer: then the past does not show them either. */
const isGoneToday = (read: ReadDatabase, attachmentId: string, edition: number, viewer: Viewer): boolean => {
  const found = attachment(read, attachmentId, viewer);
  return (found === null ? undefined : editionOf(found, edition))?.bytesDeletedAt !== null;
};

/** The bytes of one edition, the last without one; null when the viewer may not read it. What was deleted since has no past either. */
export const attachmentBytes: Query<{ readonly attachmentId: string; readonly edition: number | null }, AttachmentBytes | Gone | null> = {
  name: 'attachmentBytes',
  run: async (env, { attachmentId, edition }, viewer) => {
    const found = attachment(env.read, attachmentId, viewer);
    const file = found === null ? undefined : editionOf(found, edition);
    if (file === undefined) return null;
    const isGone = file.bytesDeletedAt !== null || isGoneToday(env.today ?? env.read, attachmentId, file.edition, viewer);
    return isGone ? { code: 'attachment.bytes_deleted', edition: file.edition } : openBytes(env, file, file.edition);
  },
  // Asked of today above, before a byte is opened.
  stillPermitted: (_env, answer) => answer,
};

/** The bytes of a file that hangs on a draft of the own Member; null for anybody else. */
export const draftFileBytes: Query<{ readonly draftId: string; readonly attachmentId: string }, AttachmentBytes | Gone | null> = {
  name: 'draftFileBytes',
  looksBack: false,
  run: async (env, { draftId, attachmentId }, viewer) => {
    const found = draft(env.read, draftId, viewer)?.files.find((file) => file.attachmentId === attachmentId);
    return found === undefined ? null : openBytes(env, found.file, 1);
  },
};
