import type { Block, OutDocument, RichText } from './out-document.ts';
import { margins, shown, styled, textWidth, type Pdf } from './pdf-page.ts';
import { plain, runsOf, tidy } from './words.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;
type Structure = ReturnType<Pdf['struct']>;

const padding = 4;
const fontSize = 8;
/** A cell with more goes on in the next line of the table: no line is higher than a page. */
const mostCharacters = 900;

interface Column {
  readonly x: number;
  readonly width: number;
}

const columnsOf = ({ columns }: TableBlock): readonly Column[] => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = margins.left;
  return columns.map(({ share }) => {
    const column = { x, width: (textWidth * share) / whole };
    x += column.width;
    return column;
  });
};

const cut = (text: string): readonly string[] => {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > mostCharacters) {
    const blank = rest.lastIndexOf(' ', mostCharacters);
    const end = blank > 0 ? blank : mostCharacters;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
};

/** A row as lines of the table, of which each fits on a page. */
const cutRow = (row: readonly RichText[], document: OutDocument): readonly (readonly RichText[])[] => {
  const texts = row.map((cell) => plain(cell, document));
  if (texts.every((text) => text.length <= mostCharacters)) return [row];
  const pieces = texts.map(cut);
  const lines = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: lines }, (_, at) => pieces.map((cell) => cell[at] ?? ''));
};

const heightOf = (pdf: Pdf, texts: readonly string[], columns: readonly Column[]): number =>
  Math.max(...texts.map((text, at) => pdf.heightOfString(text === '' ? ' ' : text, { width: (columns[at]?.width ?? 0) - 2 * padding }))) +
  2 * padding;

const drawCell = (pdf: Pdf, document: OutDocument, cell: RichText, { x, width }: Column, y: number, isHead: boolean): void => {
  const runs = styled(document, runsOf(cell), isHead ? 'bold' : 'regular');
  runs.forEach(({ text, face, options }, at) => {
    pdf.font(face);
    const place = { width: width - 2 * padding, continued: at < runs.length - 1, ...options };
    if (at === 0) pdf.text(shown(pdf, text), x + padding, y + padding, place);
    else pdf.text(shown(pdf, text), place);
  });
};

const ruleUnder = (pdf: Pdf, y: number, weight: number): void => {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(margins.left, y)
    .lineTo(margins.left + textWidth, y)
    .lineWidth(weight)
    .strokeColor('#666666')
    .stroke();
  pdf.endMarkedContent();
};

/** Draws one line; the head again when it begins a page. */
const drawRow = (
  pdf: Pdf,
  document: OutDocument,
  table: { readonly block: TableBlock; readonly columns: readonly Column[]; readonly structure: Structure },
  row: readonly RichText[],
  isHead: boolean,
): void => {
  pdf
    .font(isHead ? 'bold' : 'regular')
    .fontSize(fontSize)
    .fillColor('#000000');
  const height = heightOf(
    pdf,
    row.map((cell) => shown(pdf, plain(cell, document))),
    table.columns,
  );
  const y = pdf.y;
  const line = pdf.struct('TR');
  table.structure.add(line);
  row.forEach((cell, at) => {
    const column = table.columns[at];
    if (column === undefined) return;
    line.add(
      pdf.struct(isHead ? 'TH' : 'TD', {}, () => {
        drawCell(pdf, document, cell, column, y, isHead);
      }),
    );
  });
  line.end();
  ruleUnder(pdf, y + height, isHead ? 1 : 0.4);
  pdf.x = margins.left;
  pdf.y = y + height + 1;
};

const fits = (pdf: Pdf, document: OutDocument, row: readonly RichText[], columns: readonly Column[]): boolean => {
  pdf.font('regular').fontSize(fontSize);
  const texts = row.map((cell) => shown(pdf, plain(cell, document)));
  return pdf.y + heightOf(pdf, texts, columns) <= pdf.page.height - margins.bottom;
};

/** Draws a table with its head on every page; returns when the cursor stands below it. */
export const drawTable = (pdf: Pdf, document: OutDocument, block: TableBlock, parent: Structure): void => {
  const columns = columnsOf(block);
  const head = block.columns.map(({ title }) => title);
  const structure = pdf.struct('Table', { title: tidy(block.caption) });
  parent.add(structure);
  const table = { block, columns, structure };
  if (pdf.y + 60 > pdf.page.height - margins.bottom) pdf.addPage();
  drawRow(pdf, document, table, head, true);
  for (const row of block.rows.flatMap((cells) => cutRow(cells, document))) {
    if (!fits(pdf, document, row, columns)) {
      pdf.addPage();
      drawRow(pdf, document, table, head, true);
    }
    drawRow(pdf, document, table, row, false);
  }
  structure.end();
  pdf.y += 8;
};
