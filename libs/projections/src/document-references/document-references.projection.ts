import type { Projection } from '../projection.port.ts';

/** What each document cites: other documents by symbol, and paragraphs by words. */
export const documentReferencesProjection: Projection = {
  name: 'document-references',
  version: 1,
  tables: ['document_reference'],
  ddl: `
    CREATE TABLE document_reference (document_id TEXT, place INTEGER, cited_from TEXT, raw TEXT NOT NULL, symbol TEXT, PRIMARY KEY (document_id, place)) STRICT, WITHOUT ROWID;
    CREATE INDEX document_reference_by_symbol ON document_reference (symbol);`,
  handlers: {
    WorkingDocumentImported: (tx, { data }) => {
      const whole = data.documentReferences.map((symbol) => ({ from: null, raw: symbol, refersTo: symbol }));
      [...whole, ...data.crossReferences].forEach(({ from, raw, refersTo }, place) => {
        tx.run('INSERT INTO document_reference VALUES (?, ?, ?, ?, ?)', data.documentId, place, from, raw, refersTo);
      });
    },
  },
};
