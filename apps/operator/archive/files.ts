import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { DocumentView, Environment } from '../../../libs/application/src/index.ts';
import { loadStream } from '../../../libs/event-store/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import type { ArchivedAttachment } from './collect.ts';

/** A name that any file system takes; what it was called stands in the metadata. */
const safely = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^\.+/, '_')
    .slice(-80);

const endingOf = (source: DocumentView['source']): string => {
  if (source === null) return 'md';
  return source.mediaType === 'application/pdf' ? 'pdf' : 'docx';
};

/** Where the bytes of a working document lie in an archive. */
export const documentPath = ({ symbol, documentId, source }: DocumentView): string =>
  `documents/${safely(symbol ?? documentId)}-${safely(documentId)}.${endingOf(source)}`;

/** Where the bytes of an edition of an attachment lie. */
export const attachmentPath = ({ sha256, name }: { readonly sha256: string; readonly name: string }): string =>
  `files/${sha256}-${safely(name)}`;

/** Where the page of a contribution lies, of each language. */
export const contributionPath = (reference: string): string => `contributions/${safely(reference)}.html`;

/** Editions of attachments whose bytes are there, each file once. */
export const keptEditions = (attachments: readonly ArchivedAttachment[]) => {
  const editions = attachments.flatMap((attachment) => attachment.editions.filter(({ bytesDeletedAt }) => bytesDeletedAt === null));
  return [...new Map(editions.map((edition) => [attachmentPath(edition), edition])).values()];
};

/** The bytes of a working document as they were received, from its own stream. @throws CannotStart when they are not those */
export const documentBytes = async (env: Environment, { documentId, sha256, source }: DocumentView): Promise<Buffer> => {
  if (source !== null) return attachmentBytes(env, { sha256 });
  const { store } = env;
  const { events } = await loadStream(store, `document-${documentId}`);
  const parts = events.filter(({ type }) => type === 'WorkingDocumentTextKept').map(({ data }) => (data as { readonly text: string }).text);
  const bytes = Buffer.from(parts.join(''), 'utf8');
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new CannotStart(`The document ${documentId} is not what was received: run operator ledger verify.`, { exitCode: 10 });
  return bytes;
};

/** The bytes of an attachment. @throws CannotStart when they are gone and nobody has recorded their deletion; BlobDamaged */
export const attachmentBytes = async ({ blobs }: Environment, { sha256 }: { readonly sha256: string }): Promise<Buffer> => {
  const stream = await blobs.open(sha256);
  if (stream === null) throw new CannotStart(`The file ${sha256} is gone, and nobody has recorded its deletion.`, { exitCode: 40 });
  return buffer(stream);
};
