import type { TableCell, TableColumn } from '../../../documents/src/index.ts';
import type { Language } from '../../../domain/src/index.ts';
import type { Viewer } from '../../../projections/src/index.ts';
import type { Environment } from '../contract.ts';

/** What was asked of a list, by name of the parameter. */
export type TableFilter = Readonly<Record<string, string | undefined>>;

/** A list that can leave as a table: the same rows, filter and rights as the list itself. */
export interface ListTable {
  /** Parameters it takes; each the words it may have, or null for any text. */
  readonly filters: Readonly<Record<string, readonly string[] | null>>;
  readonly title: Readonly<Record<Language, string>>;
  readonly columns: readonly TableColumn[];
  /** Rows as they come, or null when the viewer may not see the list. The first cell names the row. */
  readonly rows: (env: Environment, filter: TableFilter, viewer: Viewer, language: Language) => Iterable<readonly TableCell[]> | null;
}

interface ColumnOf<Row> extends TableColumn {
  readonly of: (row: Row, language: Language) => TableCell;
}

interface ListOf<Row> {
  readonly filters: ListTable['filters'];
  readonly title: ListTable['title'];
  readonly columns: readonly ColumnOf<Row>[];
  readonly rows: (env: Environment, filter: TableFilter, viewer: Viewer) => Iterable<Row> | null;
}

/** A list with columns that know how to read its rows. */
export const listTable = <Row>({ filters, title, columns, rows }: ListOf<Row>): ListTable => ({
  filters,
  title,
  columns: columns.map(({ key, type, title: own, width }) => ({ key, type, title: own, ...(width === undefined ? {} : { width }) })),
  rows: (env, filter, viewer, language) => {
    const found = rows(env, filter, viewer);
    if (found === null) return null;
    return (function* () {
      for (const row of found) yield columns.map(({ of }) => of(row, language));
    })();
  },
});

/** A column of texts. */
export const textColumn = <Row>(
  key: string,
  en: string,
  fr: string,
  of: ColumnOf<Row>['of'],
  more: Partial<Pick<TableColumn, 'type' | 'width'>> = {},
): ColumnOf<Row> => ({ key, type: more.type ?? 'text', title: { en, fr }, of, ...(more.width === undefined ? {} : { width: more.width }) });
