import type { DocumentReferencesView, DocumentReferenceView, ReferenceGraph } from '../register.views.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';

interface DocumentRow {
  readonly document_id: string;
  readonly symbol: string | null;
}

interface ReferenceRow {
  readonly document_id: string;
  readonly cited_from: string | null;
  readonly raw: string;
  readonly symbol: string | null;
}

/** A citation in words that names no other document speaks of a paragraph of its own document, which the importer found there. */
const isDangling = ({ symbol }: ReferenceRow, documentId: string | null): boolean => symbol !== null && documentId === null;

const linker = (documents: readonly DocumentRow[], references: readonly ReferenceRow[]) => {
  const bySymbol = new Map(documents.flatMap(({ document_id, symbol }) => (symbol === null ? [] : [[symbol, document_id] as const])));
  const symbolOf = new Map(documents.map(({ document_id, symbol }) => [document_id, symbol]));
  const toReference = (row: ReferenceRow): DocumentReferenceView => {
    const documentId = row.symbol === null ? row.document_id : (bySymbol.get(row.symbol) ?? null);
    return { from: row.cited_from, raw: row.raw, symbol: row.symbol, documentId, dangling: isDangling(row, documentId) };
  };
  return ({ document_id, symbol }: DocumentRow): DocumentReferencesView => ({
    documentId: document_id,
    symbol,
    cites: references.filter((row) => row.document_id === document_id).map(toReference),
    citedBy: references
      .filter((row) => symbol !== null && row.symbol === symbol)
      .map((row) => ({ documentId: row.document_id, symbol: symbolOf.get(row.document_id) ?? null, from: row.cited_from })),
  });
};

/** The graph of references between the documents a viewer may know of; what is cited and not there is named, never dropped. */
export const referenceGraph = (db: ReadDatabase, viewer: Viewer): ReferenceGraph => {
  const status = viewer.kind === 'internal' ? '%' : 'confirmed';
  const shown = db.all<DocumentRow>(
    'SELECT document_id, symbol FROM document WHERE status LIKE ? ORDER BY imported_at, document_id',
    status,
  );
  const references = db.all<ReferenceRow>(
    `SELECT r.* FROM document_reference r JOIN document d ON d.document_id = r.document_id WHERE d.status LIKE ?
     ORDER BY r.document_id, r.place`,
    status,
  );
  const documents = shown.map(linker(shown, references));
  const dangling = documents.flatMap(({ documentId, cites }) =>
    cites.filter((cited) => cited.dangling).map(({ symbol }) => ({ symbol, documentId })),
  );
  const symbols = [...new Set(dangling.flatMap(({ symbol }) => (symbol === null ? [] : [symbol])))].sort();
  const missing = symbols.map((symbol) => ({
    symbol,
    citedBy: [...new Set(dangling.filter((cited) => cited.symbol === symbol).map(({ documentId }) => documentId))],
  }));
  return { documents, missing, dangling: dangling.length };
};
