import type { Projection } from '../projection.port.ts';

/** Working documents, paragraph by paragraph. */
export const documentRegisterProjection: Projection = {
  name: 'document-register',
  version: 2,
  tables: ['document', 'document_paragraph'],
  ddl: `
    CREATE TABLE document (document_id TEXT PRIMARY KEY, status TEXT NOT NULL, symbol TEXT, imported_at TEXT NOT NULL, confirmed_at TEXT, header TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL, superseded TEXT, corrigenda TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE document_paragraph (document_id TEXT, part INTEGER, place INTEGER, paragraph_id TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (document_id, part, place)) STRICT, WITHOUT ROWID;`,
  handlers: {
    WorkingDocumentParagraphsRead: (tx, { data }) => {
      data.paragraphs.forEach((paragraph, place) => {
        tx.run(
          'INSERT INTO document_paragraph VALUES (?, ?, ?, ?, ?)',
          data.documentId,
          data.part,
          place,
          paragraph.id,
          JSON.stringify(paragraph),
        );
      });
    },
    WorkingDocumentImported: (tx, { data, occurredAt, revision }) => {
      tx.run(
        "INSERT INTO document VALUES (?, 'imported', ?, ?, NULL, ?, ?, ?, NULL, '[]')",
        data.documentId,
        data.header.symbol,
        occurredAt,
        JSON.stringify(data.header),
        revision,
        JSON.stringify(data),
      );
    },
    WorkingDocumentConfirmed: (tx, { data, revision }) => {
      tx.run(
        "UPDATE document SET status = 'confirmed', symbol = ?, confirmed_at = ?, header = ?, revision = ? WHERE document_id = ?",
        data.symbol,
        data.confirmedAt,
        JSON.stringify(data.header),
        revision,
        data.documentId,
      );
    },
    WorkingDocumentSuperseded: (tx, { data, revision }) => {
      const { documentId, ...superseded } = data;
      tx.run('UPDATE document SET superseded = ?, revision = ? WHERE document_id = ?', JSON.stringify(superseded), revision, documentId);
    },
    WorkingDocumentCorrected: (tx, { data, revision }) => {
      const { documentId, ...corrigendum } = data;
      tx.run(
        "UPDATE document SET corrigenda = json_insert(corrigenda, '$[#]', json(?)), revision = ? WHERE document_id = ?",
        JSON.stringify(corrigendum),
        revision,
        documentId,
      );
    },
  },
};
