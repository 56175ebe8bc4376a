import {
  documentDecider,
  type DocumentEvent,
  type DocumentParagraph,
  type DocumentState,
  type ReadDocument,
} from '../../domain/src/index.ts';
import { domainData, loadStream } from '../../event-store/src/index.ts';
import type { Environment } from './contract.ts';
import { stateOf } from './run-command.ts';
import { upcasters } from './upcasters.ts';

type Read = Extract<DocumentEvent, { type: 'WorkingDocumentParagraphsRead' }>['data'];
type Kept = Extract<DocumentEvent, { type: 'WorkingDocumentTextKept' }>['data'];

const paragraphsIn = async (env: Environment, documentId: string): Promise<readonly DocumentParagraph[]> => {
  const { events } = await loadStream(env.store, `document-${documentId}`);
  return events
    .filter(({ type }) => type === 'WorkingDocumentParagraphsRead')
    .flatMap((event) => (domainData(event, upcasters) as Read).paragraphs);
};

/** An imported document with its paragraphs, from its own stream; null when there is none. */
export const readDocument = async (
  env: Environment,
  documentId: string,
): Promise<{ readonly state: Exclude<DocumentState, { status: 'receiving' }>; readonly read: ReadDocument } | null> => {
  const state = await stateOf(env, documentDecider, documentId);
  if (state.status === 'receiving') return null;
  const header = state.status === 'confirmed' ? state.header : state.imported.header;
  const { guidanceRequests } = state.imported;
  return { state, read: { header, guidanceRequests, paragraphs: await paragraphsIn(env, documentId) } };
};

/** The text of a document that was read, from its own stream. */
export const keptText = async (env: Environment, documentId: string): Promise<string> => {
  const { events } = await loadStream(env.store, `document-${documentId}`);
  return events
    .filter(({ type }) => type === 'WorkingDocumentTextKept')
    .map((event) => (domainData(event, upcasters) as Kept).text)
    .join('');
};
