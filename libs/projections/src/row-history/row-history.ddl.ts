import type { ReadDatabase } from '../storage/read-database.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Name of the table that keeps every row a table ever had. */
export const rowsOf = (table: string): string => `${table}__rows`;

/** Upper end of the interval of a row that still stands. */
export const openEnd = '9223372036854775807';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

interface Shape {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly keys: readonly string[];
  readonly indexes: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

const shapeOf = (db: ReadDatabase, table: string): Shape => {
  const columns = db.all<Column>('SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid', table);
  const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  if (keys.length === 0) throw new Error(`${table} has no primary key: its rows cannot be told apart over time`);
  const indexes = db.all<{ name: string }>("SELECT name FROM pragma_index_list(?) WHERE origin = 'c'", table);
  return {
    table,
    columns,
    keys: keys.map(({ name }) => name),
    indexes: indexes.map(({ name }) => ({
      name,
      columns: db.all<{ name: string }>('SELECT name FROM pragma_index_info(?) ORDER BY seqno', name).map((column) => column.name),
    })),
  };
};

const rowsTable = ({ table, columns, keys, indexes }: Shape): string => {
  const fields = columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ');
  const rows = quoted(rowsOf(table));
  const place = [...keys, 'from_n'].map(quoted).join(', ');
  return [
    `CREATE TABLE ${rows} (${fields}, from_n INTEGER NOT NULL, until_n INTEGER NOT NULL, PRIMARY KEY (${place})) STRICT, WITHOUT ROWID;`,
    `CREATE INDEX ${quoted(`${table}__rows_by_time`)} ON ${rows} (from_n, until_n);`,
    ...indexes.map((index) => `CREATE INDEX ${quoted(`${index.name}__rows`)} ON ${rows} (${index.columns.map(quoted).join(', ')});`),
  ].join('\n');
};

const now = '(SELECT n FROM row_clock)';

/** The row as it was ends now; one that began only now was never seen and leaves no trace. */
const endOf = ({ table, keys }: Shape): string => {
  const rows = quoted(rowsOf(table));
  const same = keys.map((key) => `${quoted(key)} = OLD.${quoted(key)}`).join(' AND ');
  const latest = `from_n = (SELECT max(from_n) FROM ${rows} WHERE ${same})`;
  return `
    DELETE FROM ${rows} WHERE ${same} AND from_n = ${now} AND until_n = ${openEnd};
    UPDATE ${rows} SET until_n = ${now} WHERE ${same} AND ${latest} AND until_n = ${openEnd};`;
};

const beginOf = ({ table, columns }: Shape): string =>
  `INSERT INTO ${quoted(rowsOf(table))} VALUES (${columns.map(({ name }) => `NEW.${quoted(name)}`).join(', ')}, ${now}, ${openEnd});`;

const triggers = (shape: Shape): string => {
  const { table, columns } = shape;
  const changed = columns.map(({ name }) => `NEW.${quoted(name)} IS NOT OLD.${quoted(name)}`).join(' OR ');
  const on = (what: string, suffix: string, body: string, when = ''): string =>
    `CREATE TRIGGER ${quoted(`${table}__${suffix}`)} AFTER ${what} ON ${quoted(table)} ${when} BEGIN ${body} END;`;
  return [
    on('INSERT', 'inserted', beginOf(shape)),
    on('UPDATE', 'updated', `${endOf(shape)} ${beginOf(shape)}`, `WHEN ${changed}`),
    on('DELETE', 'deleted', endOf(shape)),
  ].join('\n');
};

/** Ledger sizes and the latest instant recorded up to each: instants may step back, their running maximum may not. */
const clockTables = `
  CREATE TABLE row_clock (n INTEGER NOT NULL) STRICT;
  INSERT INTO row_clock VALUES (0);
  CREATE TABLE moment (at TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX moment_by_size ON moment (n);
`;

/**
 * Tables and triggers that keep every row of the given tables with its interval [from, until) of ledger sizes, generated from
 * the tables as they are.
 *
 * @param db  a database that has the tables
 */
export const rowHistoryDdl = (db: ReadDatabase, tables: readonly string[]): string => {
  const shapes = tables.map((table) => shapeOf(db, table));
  return [clockTables, ...shapes.map((shape) => `${rowsTable(shape)}\n${triggers(shape)}`)].join('\n');
};

const isKept = (db: ReadDatabase, table: string): boolean =>
  db.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", rowsOf(table)) !== undefined;

/**
 * Views that stand in a table's place and show it as it was: `as_of` holds the ledger size, and the instant of its last event. Tables
 * of which the file keeps no rows have none.
 */
export const asOfViewsDdl = (db: ReadDatabase, tables: readonly string[]): string => {
  const view = (table: string): string => {
    const columns = shapeOf(db, table)
      .columns.map(({ name }) => quoted(name))
      .join(', ');
    return `CREATE TEMP VIEW ${quoted(table)} AS SELECT ${columns} FROM main.${quoted(rowsOf(table))}
      WHERE from_n <= (SELECT n FROM temp.as_of) AND until_n > (SELECT n FROM temp.as_of);`;
  };
  return [
    'CREATE TEMP TABLE as_of (n INTEGER NOT NULL, at TEXT); INSERT INTO temp.as_of VALUES (0, NULL);',
    "CREATE TEMP VIEW checkpoint AS SELECT 'read-models' AS name, n, at AS last_occurred_at FROM temp.as_of;",
    ...tables.filter((table) => isKept(db, table)).map(view),
  ].join('\n');
};
