import type { DocumentHeader, DocumentParagraph, Instant, WorkingDocumentImport } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { DocumentTextView, DocumentView, Viewer } from '../views.ts';

interface DocumentRow {
  readonly document_id: string;
  readonly status: 'imported' | 'confirmed';
  readonly symbol: string | null;
  readonly imported_at: string;
  readonly confirmed_at: string | null;
  readonly header: string;
  readonly revision: number;
  readonly data: string;
  readonly superseded: string | null;
  readonly corrigenda: string;
  readonly body: number;
  readonly annex: number;
}

const select = `
  SELECT d.*,
         (SELECT count(*) FROM document_paragraph p WHERE p.document_id = d.document_id AND p.paragraph_id LIKE 'B%') AS body,
         (SELECT count(*) FROM document_paragraph p WHERE p.document_id = d.document_id AND p.paragraph_id NOT LIKE 'B%') AS annex
  FROM document d`;

/** Until a person stands for it, an import is the Secretariat's own business. */
const visible = (viewer: Viewer): string => (viewer.kind === 'internal' ? '1' : "d.status = 'confirmed'");

const toView = (row: DocumentRow): DocumentView => {
  const { sha256, sizeBytes, annexTitle, annexSource, warnings, guidanceRequests, source } = JSON.parse(row.data) as WorkingDocumentImport;
  return {
    documentId: row.document_id,
    status: row.status,
    symbol: row.symbol,
    sha256,
    sizeBytes,
    source: source ?? null,
    header: JSON.parse(row.header) as DocumentHeader,
    annexTitle,
    annexSource,
    importedAt: row.imported_at as Instant,
    confirmedAt: row.confirmed_at as Instant | null,
    bodyParagraphs: row.body,
    annexParagraphs: row.annex,
    warnings,
    guidanceRequests,
    supersededBy: row.superseded === null ? null : (JSON.parse(row.superseded) as NonNullable<DocumentView['supersededBy']>),
    corrigenda: JSON.parse(row.corrigenda) as DocumentView['corrigenda'],
    revision: String(row.revision),
  };
};

/** Documents in the order of their import. */
export const documents = (db: ReadDatabase, viewer: Viewer): readonly DocumentView[] =>
  db.all<DocumentRow>(`${select} WHERE ${visible(viewer)} ORDER BY d.imported_at, d.document_id`).map(toView);

/** One document with all its paragraphs, or null. */
export const documentText = (db: ReadDatabase, documentId: string, viewer: Viewer): DocumentTextView | null => {
  const row = db.get<DocumentRow>(`${select} WHERE d.document_id = ? AND ${visible(viewer)}`, documentId);
  if (row === undefined) return null;
  const paragraphs = db.all<{ data: string }>('SELECT data FROM document_paragraph WHERE document_id = ? ORDER BY part, place', documentId);
  const { sections } = JSON.parse(row.data) as WorkingDocumentImport;
  return { ...toView(row), sections, paragraphs: paragraphs.map(({ data }) => JSON.parse(data) as DocumentParagraph) };
};
