import { referenceGraph as ask, type ReferenceGraph } from '../../../projections/src/index.ts';
import type { Nothing, Query } from '../contract.ts';

/** What the documents of the register cite, and what is cited and not there. */
export const referenceGraph: Query<Nothing, ReferenceGraph> = {
  name: 'referenceGraph',
  run: (env, _args, viewer) => ask(env.read, viewer),
  stillPermitted: (env, then, viewer) => {
    const open = new Set(ask(env.read, viewer).documents.map(({ documentId }) => documentId));
    return { ...then, documents: then.documents.filter(({ documentId }) => open.has(documentId)) };
  },
};
