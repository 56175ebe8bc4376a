import { findCover, type Cover } from './cover.ts';
import type { Piece, Pieces } from './piece.ts';

/** Stars would be read as marks. */
const escaped = (text: string): string => text.replaceAll('*', '\\*');

const inOneLine = (text: string): string => escaped(text.replace(/\s+/g, (blank) => (/^[\u00A0\u202F]$/.test(blank) ? blank : ' ')).trim());

const annexBegins = (piece: Piece | undefined): boolean =>
  piece !== undefined && 'text' in piece && (/^[* ]+$/.test(piece.text.trim()) || /^ANNEXE?(?: [IVXLC\d]{1,6})?$/i.test(piece.text.trim()));

const headingMark = (at: number, { title, subtitle, item }: Cover): string => {
  if (at === title) return '##';
  if (at === subtitle) return '###';
  return at === item ? '####' : '#####';
};

const headingLine = (text: string, at: number, pieces: readonly Piece[], cover: Cover): string => {
  // Importers of working documents take the title of an annex by its being bold.
  if (annexBegins(pieces[at - 1])) return `**${text}**`;
  return `${headingMark(at, cover)} ${text}`;
};

const marked = (label: string | null): string => {
  if (label === null) return '-';
  return /^[a-z]$/.test(label) ? `- ${label}.` : `- ${label}`;
};

const rowLine = (cells: readonly string[]): string => `| ${cells.map((cell) => inOneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`;

/** Lines of a cover say different things; below it a line end within a paragraph is a blank. */
const textLines = (text: string, at: number, { item, end }: Cover): readonly string[] => {
  if (at === item) return [`#### ${inOneLine(text)}`];
  return at < end ? text.split('\n').map(inOneLine) : [inOneLine(text)];
};

const linesOf = (piece: Piece, at: number, pieces: readonly Piece[], cover: Cover): readonly string[] => {
  switch (piece.kind) {
    case 'heading':
      return [headingLine(inOneLine(piece.text), at, pieces, cover)];
    case 'numbered':
      return [`${piece.label}. ${inOneLine(piece.text)}`];
    case 'bullet':
      return [`${marked(piece.label)} ${inOneLine(piece.text)}`];
    case 'row':
      return [rowLine(piece.cells)];
    case 'footnote':
      return [`[^${piece.mark}]: ${inOneLine(piece.text)}`];
    case 'text':
      return textLines(piece.text, at, cover);
  }
};

/** A blank line behind each piece, but within a list or a table. */
const isWithinGroup = (piece: Piece, next: Piece | undefined): boolean =>
  (piece.kind === 'bullet' || piece.kind === 'row') && next?.kind === piece.kind;

/** Writes a document as the text that the importer of working documents reads. */
export const piecesToText = ({ symbol, pieces }: Pieces): string => {
  const cover = findCover(pieces);
  const head = symbol === null ? [] : [symbol, ''];
  const body = pieces.flatMap((piece, at) => [...linesOf(piece, at, pieces, cover), ...(isWithinGroup(piece, pieces[at + 1]) ? [] : [''])]);
  return `${[...head, ...body].join('\n').trimEnd()}\n`;
};
