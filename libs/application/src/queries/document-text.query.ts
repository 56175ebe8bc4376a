import { documentText as ask, type DocumentTextView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** One document with its paragraphs. */
export const documentText: Query<{ readonly documentId: string }, DocumentTextView | null> = {
  name: 'documentText',
  run: (env, { documentId }, viewer) => ask(env.read, documentId, viewer),
};
