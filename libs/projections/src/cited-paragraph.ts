import type { ReadDatabase } from './storage/read-database.ts';
import type { CitedParagraph } from './register.views.ts';

/** A paragraph as cited, with the confirmed document of the register that has it; without one the reference dangles. */
export const citedParagraph = (db: ReadDatabase, symbol: string, paragraph: string): CitedParagraph => {
  const row = db.get<{ document_id: string }>(
    `SELECT d.document_id FROM document d JOIN document_paragraph p ON p.document_id = d.document_id
     WHERE d.symbol = ? AND d.status = 'confirmed' AND p.paragraph_id = ? ORDER BY d.confirmed_at DESC LIMIT 1`,
    symbol,
    paragraph,
  );
  return { symbol, paragraph, documentId: row?.document_id ?? null };
};
