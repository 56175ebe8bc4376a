import { searchedWords } from '../../../text/src/index.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

/** What can be found. */
export const searchKinds = ['topic', 'practice', 'guidance', 'agendaItem', 'paragraph', 'project', 'structure', 'member'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A title and a text in one language. */
export interface SearchedText {
  readonly title: string;
  readonly body: string;
}

/** One object to be found by what it says, in either language or both. */
export interface SearchedObject {
  readonly kind: SearchKind;
  readonly id: string;
  /** The object it is part of, or itself. */
  readonly parent: string;
  /** Whether anybody may find it; what is not open is found by the Secretariat, and a contribution by whoever may know of it. */
  readonly isOpen: boolean;
  readonly en?: SearchedText;
  readonly fr?: SearchedText;
}

const cellsOf = ({ en, fr }: Pick<SearchedObject, 'en' | 'fr'>): readonly [string, string, string, string] => [
  en?.title ?? '',
  en?.body ?? '',
  fr?.title ?? '',
  fr?.body ?? '',
];

interface TextRow {
  readonly place: number;
  readonly title_en: string;
  readonly body_en: string;
  readonly title_fr: string;
  readonly body_fr: string;
}

const rowOf = (tx: ReadModelTransaction, kind: SearchKind, id: string): TextRow | undefined =>
  tx.get<TextRow>('SELECT t.* FROM search_entry e JOIN search_text t ON t.place = e.place WHERE e.kind = ? AND e.id = ?', kind, id);

/** What an object says as it was last entered. */
export const enteredText = (
  tx: ReadModelTransaction,
  kind: SearchKind,
  id: string,
): { readonly en: SearchedText; readonly fr: SearchedText } | null => {
  const row = rowOf(tx, kind, id);
  return row === undefined ? null : { en: { title: row.title_en, body: row.body_en }, fr: { title: row.title_fr, body: row.body_fr } };
};

/** Enters what an object says; what it said before stays in the index and is reached by nothing but the past. */
export const enterObject = (tx: ReadModelTransaction, object: SearchedObject): void => {
  const cells = cellsOf(object);
  const before = rowOf(tx, object.kind, object.id);
  const isSame = before !== undefined && cells.join('\n') === [before.title_en, before.body_en, before.title_fr, before.body_fr].join('\n');
  const place = isSame
    ? before.place
    : (tx.get<{ next: number }>('SELECT coalesce(max(place), 0) + 1 AS next FROM search_text')?.next ?? 1);
  if (!isSame) {
    const [titleEn, bodyEn, titleFr, bodyFr] = cells;
    tx.run('INSERT INTO search_text (place, title_en, body_en, title_fr, body_fr) VALUES (?, ?, ?, ?, ?)', place, ...cells);
    tx.run(
      'INSERT INTO search_index (rowid, title_en, body_en, title_fr, body_fr) VALUES (?, ?, ?, ?, ?)',
      place,
      searchedWords(titleEn, 'en'),
      searchedWords(bodyEn, 'en'),
      searchedWords(titleFr, 'fr'),
      searchedWords(bodyFr, 'fr'),
    );
  }
  tx.run(
    `INSERT INTO search_entry (kind, id, parent, place, is_open) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET parent = excluded.parent, place = excluded.place, is_open = excluded.is_open`,
    object.kind,
    object.id,
    object.parent,
    place,
    object.isOpen ? 1 : 0,
  );
};
