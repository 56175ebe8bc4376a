import type { AttachedFile, ConvertedSource } from '../../../domain/src/index.ts';
import { domainData, type RecordedEvent } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { upcasters } from '../upcasters.ts';

/** Events that say where bytes are needed, or are needed no longer. */
const types = [
  'AttachmentFiled',
  'AttachmentEditionFiled',
  'AttachmentBytesDeleted',
  'DraftFileAttached',
  'DraftFileDetached',
  'DraftDiscarded',
  'TopicSubmitted',
  'PracticeSubmitted',
  'WorkingDocumentImported',
] as const;

interface Facts {
  readonly attachmentId?: string;
  readonly edition?: number;
  readonly draftId?: string;
  readonly file?: AttachedFile;
  readonly documentId?: string;
  readonly sha256?: string;
  readonly source?: ConvertedSource;
}

/** What no longer needs bytes after an event: one edition, one file of a draft, or all files of a draft that was discarded or released. */
const freedBy = ({ type }: RecordedEvent, { attachmentId = '', edition = 0, draftId = '' }: Facts): string | null => {
  if (type === 'AttachmentBytesDeleted') return `attachment/${attachmentId}/${edition}/`;
  if (type === 'DraftFileDetached') return `draft/${draftId}/${attachmentId}/`;
  return ['DraftDiscarded', 'TopicSubmitted', 'PracticeSubmitted'].includes(type) ? `draft/${draftId}/` : null;
};

const placeOf = ({ type }: RecordedEvent, { attachmentId = '', edition = 0, draftId = '', documentId }: Facts): string => {
  if (documentId !== undefined) return `document/${documentId}/`;
  return type === 'DraftFileAttached' ? `draft/${draftId}/${attachmentId}/` : `attachment/${attachmentId}/${edition}/`;
};

/** The hash of the bytes that an event needs. A document that came as text has no file. */
const neededBy = ({ file, source, sha256 }: Facts): string | undefined => (source === undefined ? file?.sha256 : sha256);

/** Whether anything still needs the bytes under a hash: an edition whose deletion nobody has decided, or a draft. Read from the log, never from a read model. */
export const areBytesInUse = async ({ store }: Environment, sha256: string): Promise<boolean> => {
  const places = new Set<string>();
  for await (const event of store.readAll({ filter: { types } })) {
    const facts: Facts = domainData(event, upcasters);
    const freed = freedBy(event, facts);
    if (neededBy(facts) === sha256) places.add(placeOf(event, facts));
    if (freed !== null) [...places].filter((place) => place.startsWith(freed)).forEach((place) => places.delete(place));
  }
  return places.size > 0;
};

/** Deletes bytes that nothing needs any longer. */
export const deleteUnused = async (env: Environment, sha256: string): Promise<void> => {
  if (!(await areBytesInUse(env, sha256))) await env.blobs.remove(sha256);
};
