import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { batched } from './batched.ts';
import type { ColumnType, Table, TableCell } from './table.ts';
import { escapeXml } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One instant for all parts: the same table gives the same bytes. */
const mtime = new Date('1980-01-01T00:00:00Z');

/** Longest text that a cell of a spreadsheet holds. */
const maxCellCharacters = 32_767;
/** Rows of a sheet, the header among them. */
const maxRows = 1_048_576;

const contentTypes = `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`;

const packageRelations = `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const bookRelations = `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

/** Cell styles by their place: 0 as it comes, 1 header, 2 date, 3 instant, 4 text. */
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4E9F0"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const workbook = ({ name }: Table): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const textCell = (text: string, style: number): string =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(text.slice(0, maxCellCharacters))}</t></is></c>`;

/** Days since the spreadsheet's day 0; null for what is no instant, or before 1900 where spreadsheets have no days. */
const serialOf = (text: string): number | null => {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) || text < '1900-03-01' ? null : milliseconds / 86_400_000 + 25_569;
};

const timeStyles: Readonly<Partial<Record<ColumnType, number>>> = { date: 2, instant: 3 };

const cellOf = (cell: TableCell, type: ColumnType): string => {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  const style = timeStyles[type];
  const serial = style === undefined ? null : serialOf(cell);
  return style === undefined || serial === null ? textCell(cell, 4) : `<c s="${style}"><v>${serial}</v></c>`;
};

/** A table is longer than a sheet. */
export class TooManyRows extends Error {
  readonly maxRows = maxRows - 1;
}

async function* sheet({ columns, language, rows }: Table): AsyncGenerator<string> {
  const widths = columns.map(({ width = 18 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row>${columns.map(({ title }) => textCell(title[language], 1)).join('')}</row>`;
  let count = 1;
  for await (const row of rows) {
    count += 1;
    if (count > maxRows) throw new TooManyRows(`more than ${maxRows - 1} rows`);
    yield `<row>${columns.map(({ type }, at) => cellOf(row[at] ?? null, type)).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/**
 * A table as an XLSX workbook of one sheet with a frozen header: numbers, dates and yes or no as such, never a formula.
 *
 * The same table gives the same bytes. Rows are asked for only as fast as the bytes are taken.
 */
export const toXlsx = (table: Table): Readable => {
  const zip = new ZipFile();
  const options = { mtime, mode: 0o100644, forceDosTimestamp: true };
  const parts = { '[Content_Types].xml': contentTypes, '_rels/.rels': packageRelations, 'xl/workbook.xml': workbook(table) };
  for (const [path, content] of Object.entries({ ...parts, 'xl/_rels/workbook.xml.rels': bookRelations, 'xl/styles.xml': styles }))
    zip.addBuffer(Buffer.from(content, 'utf8'), path, options);
  const rows = Readable.from(batched(sheet(table)), { objectMode: false, highWaterMark: 64 * 1024 });
  const out = Readable.from(zip.outputStream as AsyncIterable<Uint8Array>, { objectMode: false });
  rows.once('error', (error) => out.destroy(error));
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', options);
  zip.end();
  return out;
};
