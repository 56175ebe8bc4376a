import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { BlobStore, StagedBlob } from '../blobs/blob-store.port.ts';
import { archiveFault } from './archive.ts';
import { attachmentLimits, type AttachmentFault } from './limits.ts';
import { isOffice, mediaTypeOf } from './media-type.ts';
import { usableName } from './name.ts';
import { stripJpeg, stripPng } from './strip-image.ts';
import { stripOffice } from './strip-office.ts';

/** A file that may be kept: staged under this id, without the metadata that could be taken out. */
export interface ExaminedFile {
  readonly stagedId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly receivedSha256: string;
  readonly metadata: 'removed' | 'none' | 'kept';
}

/** What is to be kept instead of what came, and what became of its metadata. */
interface Cleaned {
  readonly metadata: ExaminedFile['metadata'];
  /** Null: what came is kept as it came. */
  readonly bytes: AsyncIterable<Uint8Array> | null;
  readonly after?: () => Promise<void>;
}

const cleanImage = async (path: string, mediaType: string): Promise<Cleaned | AttachmentFault> => {
  const bytes = await readFile(path);
  const stripped = mediaType === 'image/png' ? stripPng(bytes) : stripJpeg(bytes);
  const isTooWide = stripped !== null && Math.max(stripped.width, stripped.height) > attachmentLimits.maxPixelsPerSide;
  if (stripped === null || isTooWide) return { code: 'attachment.image_unusable' };
  return stripped.removed ? { metadata: 'removed', bytes: Readable.from([stripped.bytes]) } : { metadata: 'none', bytes: null };
};

const cleanOffice = async (path: string): Promise<Cleaned | AttachmentFault> => {
  const fault = await archiveFault(path);
  if (fault !== null) return { code: 'attachment.archive_unsafe', what: fault };
  const to = `${path}.clean`;
  if (!(await stripOffice(path, to))) return { metadata: 'none', bytes: null };
  return { metadata: 'removed', bytes: createReadStream(to), after: () => rm(to, { force: true }) };
};

/** Texts have no metadata. In a PDF and a mail it is woven into the file, and a signature over them would break: they stay as they came. */
const clean = (path: string, mediaType: string): Promise<Cleaned | AttachmentFault> => {
  if (mediaType.startsWith('image/')) return cleanImage(path, mediaType);
  if (isOffice(mediaType)) return cleanOffice(path);
  const isText = mediaType === 'text/plain' || mediaType === 'text/csv';
  return Promise.resolve({ metadata: isText ? 'none' : 'kept', bytes: null });
};

const restage = async (blobs: BlobStore, staged: StagedBlob, { bytes, after }: Cleaned): Promise<StagedBlob> => {
  if (bytes === null) return staged;
  try {
    const kept = await blobs.stage(bytes, attachmentLimits.maxUnpackedBytes);
    if ('code' in kept) throw new Error(`a cleaned file of ${staged.sizeBytes} bytes grew beyond all bounds`);
    await blobs.discard(staged.stagedId);
    return kept;
  } finally {
    await after?.();
  }
};

/**
 * Looks into a staged file before it is kept: its type by its signature, what an archive unpacks to, what an image says of its maker.
 *
 * @param rawName  as the sender named it
 * @returns the file to be kept, staged anew when metadata was taken out; or the first thing that stands against it
 */
export const examineFile = async (blobs: BlobStore, staged: StagedBlob, rawName: string): Promise<ExaminedFile | AttachmentFault> => {
  const name = usableName(rawName);
  if (name === null) return { code: 'attachment.name_unusable' };
  if (staged.sizeBytes === 0) return { code: 'attachment.empty' };
  const type = await mediaTypeOf(staged.path, name);
  if ('code' in type) return type;
  const cleaned = await clean(staged.path, type.mediaType);
  if ('code' in cleaned) return cleaned;
  const { stagedId, sha256, sizeBytes } = await restage(blobs, staged, cleaned);
  return { stagedId, name, mediaType: type.mediaType, sizeBytes, sha256, receivedSha256: staged.sha256, metadata: cleaned.metadata };
};
