/** The two working languages. */
export type OutLanguage = 'en' | 'fr';

/** What a column holds: decides how a spreadsheet takes it. An instant is text of RFC 3339, a date is `2015-03-31`. */
export type ColumnType = 'text' | 'number' | 'date' | 'instant' | 'yesNo';

export interface TableColumn {
  /** Stable name, the member of a JSON line. */
  readonly key: string;
  readonly type: ColumnType;
  readonly title: Readonly<Record<OutLanguage, string>>;
  /** In characters; 18 unless told. */
  readonly width?: number;
}

export type TableCell = string | number | boolean | null;

/** A list as it leaves the house: its columns, and its rows as they come. */
export interface Table {
  readonly name: string;
  readonly language: OutLanguage;
  readonly columns: readonly TableColumn[];
  readonly rows: AsyncIterable<readonly TableCell[]> | Iterable<readonly TableCell[]>;
}
