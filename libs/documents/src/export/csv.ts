import { batched } from './batched.ts';
import type { Table, TableCell } from './table.ts';

/** What a spreadsheet would take for a formula. A number stays a number, minus sign and all. */
const formulaLike = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * One cell as text that no spreadsheet runs: an apostrophe goes before what looks like a formula, and before a text that begins with
 * an apostrophe, so that taking one away gives the text back.
 */
const safeText = (cell: TableCell): string => {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  return formulaLike.test(cell) || cell.startsWith("'") ? `'${cell}` : cell;
};

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const lineOf = (cells: readonly TableCell[]): string => `${cells.map((cell) => quoted(safeText(cell))).join(',')}\r\n`;

async function* linesOf({ columns, language, rows }: Table, withMark: boolean): AsyncGenerator<string> {
  yield `${withMark ? '\uFEFF' : ''}${lineOf(columns.map(({ title }) => title[language]))}`;
  for await (const row of rows) yield lineOf(row);
}

/**
 * A table as CSV (RFC 4180): a header line, CRLF, UTF-8, safe against formulas.
 *
 * @param withMark  begins with a byte order mark, by which some spreadsheets know UTF-8
 */
export const toCsv = (table: Table, withMark = false): AsyncIterable<string> => batched(linesOf(table, withMark));

/** The text of a cell as it was before it was made safe; for those who read our CSV back. */
export const csvCellText = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
