import { documentText, type DocumentView } from '../../../projections/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import { keptText } from '../read-document.ts';

/** A working document as it was received, to be handed over. */
export interface DocumentSourceBytes {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** The name that its file has: its symbol and the form in which it came. */
const nameOf = ({ symbol, documentId, source }: DocumentView): string =>
  `${symbol ?? documentId}.${source === null ? 'md' : (endings[source.mediaType] ?? 'bin')}`;

const open = async (env: Environment, document: DocumentView): Promise<AsyncIterable<Uint8Array> | null> => {
  if (document.source !== null) return env.blobs.open(document.sha256);
  const bytes = Buffer.from(await keptText(env, document.documentId), 'utf8');
  return (async function* once(): AsyncIterable<Uint8Array> {
    yield await Promise.resolve(bytes);
  })();
};

/** The bytes of a working document as they were received; null when the viewer may not read it. */
export const documentSource: Query<{ readonly documentId: string }, DocumentSourceBytes | null> = {
  name: 'documentSource',
  run: async (env, { documentId }, viewer) => {
    const found = documentText(env.read, documentId, viewer);
    const bytes = found === null ? null : await open(env, found);
    if (found === null || bytes === null) return null;
    const mediaType = found.source?.mediaType ?? 'text/markdown; charset=utf-8';
    return { name: nameOf(found), mediaType, sizeBytes: found.sizeBytes, sha256: found.sha256, bytes };
  },
};
