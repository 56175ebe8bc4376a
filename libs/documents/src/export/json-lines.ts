import { batched } from './batched.ts';
import type { Table } from './table.ts';

async function* linesOf({ columns, rows }: Table): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null])))}\n`;
}

/** A table as JSON Lines: one object a row, its members named by the columns' stable names. */
export const toJsonLines = (table: Table): AsyncIterable<string> => batched(linesOf(table));
