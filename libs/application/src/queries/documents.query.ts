import { documents as ask, type DocumentView } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** Working documents; unconfirmed ones for the Secretariat only. */
export const documents: Query<Nothing, readonly DocumentView[]> = {
  name: 'documents',
  run: (env, _args, viewer) => ask(env.read, viewer),
  stillPermitted: (env, documents, viewer) => {
    const open = new Set(ask(env.read, viewer).map(({ documentId }) => documentId));
    return documents.filter(({ documentId }) => open.has(documentId));
  },
};
