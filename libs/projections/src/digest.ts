import { createHash } from 'node:crypto';
import type { Cell, ReadDatabase } from './storage/read-database.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const digestTable = (db: ReadDatabase, table: string): string => {
  const columns = db.all<{ name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY name', table);
  const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const order = (keys.length > 0 ? keys : columns).map(({ name }) => quoted(name)).join(', ');
  const hash = createHash('sha256');
  for (const row of db.all<Record<string, Cell>>(
    `SELECT ${columns.map(({ name }) => quoted(name)).join(', ')} FROM ${quoted(table)} ORDER BY ${order}`,
  )) {
    hash.update(`${JSON.stringify(Object.entries(row))}\n`);
  }
  return hash.digest('hex');
};

/** SHA-256 of every read-model table, rows in key order: two builds of one log are equal. */
export const digestTables = (db: ReadDatabase): Readonly<Record<string, string>> => {
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  return Object.fromEntries(tables.map(({ name }) => [name, digestTable(db, name)]));
};
