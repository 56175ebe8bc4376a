import type { Instant, Language, TranslationContent } from '../../../domain/src/index.ts';
import { contribution } from '../contributions/contributions.query.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';
import type { TranslationStatus, TranslationView, TranslationWaitsFor } from './translations.views.ts';

interface TranslationRow {
  readonly translation_id: string;
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly from_language: Language;
  readonly to_language: Language;
  readonly status: TranslationStatus;
  readonly source_hash: string;
  readonly requested_at: string;
  readonly translator: string | null;
  readonly due_at: string | null;
  readonly edition: number | null;
  readonly content: string | null;
  readonly translated_hash: string | null;
  readonly delivered_at: string | null;
  readonly certified_at: string | null;
  readonly returned_reason: string | null;
  readonly revision: number;
}

const toView = (row: TranslationRow): TranslationView => ({
  translationId: row.translation_id,
  object: row.object,
  id: row.id,
  field: row.field,
  from: row.from_language,
  to: row.to_language,
  status: row.status,
  stale: row.translated_hash !== null && row.translated_hash !== row.source_hash,
  sourceHash: row.source_hash,
  requestedAt: row.requested_at as Instant,
  translator: row.translator,
  dueAt: row.due_at as Instant | null,
  edition: row.edition,
  content: row.content === null ? null : (JSON.parse(row.content) as TranslationContent),
  deliveredAt: row.delivered_at as Instant | null,
  certifiedAt: row.certified_at as Instant | null,
  returnedReason: row.returned_reason,
  revision: String(row.revision),
});

const toldAs: { readonly [S in TranslationStatus]?: TranslationStatus } = { assigned: 'requested', revised: 'translated' };

const isGood = ({ status, stale }: TranslationView): boolean => status === 'certified' && !stale;

/** Without what is the Secretariat's own business: who translates, and words that nobody stands for. */
const told = (found: TranslationView): TranslationView => ({
  ...found,
  status: toldAs[found.status] ?? found.status,
  translator: null,
  dueAt: null,
  edition: isGood(found) ? found.edition : null,
  content: isGood(found) ? found.content : null,
  revision: null,
});

const rowsWhere = (db: ReadDatabase, where: string, ...cells: readonly Cell[]): readonly TranslationView[] =>
  db.all<TranslationRow>(`SELECT * FROM translation WHERE ${where} ORDER BY requested_at, translation_id LIMIT 500`, ...cells).map(toView);

const waiting: Readonly<Record<TranslationWaitsFor, string>> = {
  translator: "(status IN ('requested', 'assigned', 'returned') OR translated_hash <> source_hash)",
  reviser: "status IN ('translated', 'revised') AND translated_hash = source_hash",
};

/** What waits for translators (not delivered, given back, or stale) or for revisers (delivered and not certified); oldest first. For the Secretariat. */
export const translationQueue = (db: ReadDatabase, waitsFor: TranslationWaitsFor): readonly TranslationView[] =>
  rowsWhere(db, waiting[waitsFor]);

const isOwn = (db: ReadDatabase, id: string, viewer: Viewer): boolean =>
  viewer.kind === 'member' && contribution(db, id, viewer)?.member === viewer.member;

/**
 * Translations of an object: all for the Secretariat, all but its internal side for the Member whose object it is; certified and not
 * stale for whoever else may read the object.
 */
export const translationsOf = (db: ReadDatabase, object: string, id: string, viewer: Viewer): readonly TranslationView[] => {
  const all = rowsWhere(db, 'object = ? AND id = ?', object, id);
  if (viewer.kind === 'internal') return all;
  if (isOwn(db, id, viewer)) return all.map(told);
  const mayRead = object === 'document' || contribution(db, id, viewer) !== null;
  return mayRead ? all.filter(isGood).map((found) => ({ ...told(found), returnedReason: null })) : [];
};
