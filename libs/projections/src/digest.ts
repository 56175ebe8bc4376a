import { createHash, type Hash } from 'node:crypto';
import type { Cell, ReadDatabase } from './storage/read-database.ts';

type Row = Readonly<Record<string, Cell>>;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const listed = (names: readonly string[]): string => names.map(quoted).join(', ');

/** So many rows are in memory at once. */
const pageSize = 10_000;

const add = (hash: Hash, rows: readonly Row[]): void => {
  rows.forEach((row) => {
    hash.update(`${JSON.stringify(Object.entries(row))}\n`);
  });
};

/** Rows in key order, page by page; the last row of a page is where the next begins. */
const addByKey = (hash: Hash, db: ReadDatabase, from: string, keys: readonly string[]): void => {
  const behind = `(${listed(keys)}) > (${keys.map(() => '?').join(', ')})`;
  let last: Row | undefined;
  do {
    const cells = last === undefined ? [] : keys.map((key) => last?.[key] ?? null);
    const rows = db.all<Row>(`${from} ${last === undefined ? '' : `WHERE ${behind}`} ORDER BY ${listed(keys)} LIMIT ${pageSize}`, ...cells);
    add(hash, rows);
    last = rows.length === pageSize ? rows.at(-1) : undefined;
  } while (last !== undefined);
};

const digestTable = (db: ReadDatabase, table: string): string => {
  const columns = db.all<{ name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY name', table);
  const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const names = columns.map(({ name }) => name);
  const from = `SELECT ${listed(names)} FROM ${quoted(table)}`;
  const hash = createHash('sha256');
  if (keys.length === 0) add(hash, db.all<Row>(`${from} ORDER BY ${listed(names)}`));
  else
    addByKey(
      hash,
      db,
      from,
      keys.map(({ name }) => name),
    );
  return hash.digest('hex');
};

/** SHA-256 of every read-model table, rows in key order: two builds of one log are equal. */
export const digestTables = (db: ReadDatabase): Readonly<Record<string, string>> => {
  // The pages of a full-text index depend on how its rows came in transactions; what it holds is told by its vocabulary.
  const tables = db.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return Object.fromEntries(tables.map(({ name }) => [name, digestTable(db, name)]));
};

/** Tables whose digests differ, each with the projection that writes it. */
export const differingTables = (
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
  projections: readonly { readonly name: string; readonly tables: readonly string[] }[],
): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((table) => a[table] !== b[table])
    .map((table) => {
      const [written] = table.split('__');
      const owner = projections.find(({ tables }) => tables.includes(written ?? table));
      return owner === undefined ? table : `${table} (${owner.name})`;
    });
