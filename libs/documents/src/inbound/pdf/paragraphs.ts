import { isFinished } from '../../import/lines.ts';
import type { Piece } from '../piece.ts';
import type { PdfLine } from './lines.ts';

/** What the whole text has in common. */
interface Setting {
  readonly size: number;
  /** Distance between two lines of one paragraph. */
  readonly pitch: number;
  readonly left: number;
  readonly right: number;
}

type Start =
  | { readonly kind: 'numbered'; readonly label: string; readonly text: string }
  | { readonly kind: 'bullet'; readonly label: string | null; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

interface OpenBlock {
  readonly start: Start;
  text: string;
  last: PdfLine;
}

const mostFrequent = (values: readonly (readonly [number, number])[], otherwise: number): number => {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? otherwise;
};

const rounded = (value: number): number => Math.round(value * 2) / 2;

/** Where lines begin and end; one that runs over the edge, as a long address does, is no edge. */
const edgesOf = (lines: readonly PdfLine[]): { readonly left: number; readonly right: number } => {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return { left: Math.min(...lines.map(({ x }) => x)), right: rights[Math.floor((rights.length - 1) * 0.97)] ?? 0 };
};

/** Whether the first word of the next line would have stood on this one: then the paragraph ended here. */
const hadRoomFor = (line: PdfLine, next: PdfLine, { left, right }: Setting): boolean => {
  const [word = ''] = next.text.split(' ');
  const width = line.right - line.x;
  const perCharacter = width / Math.max(1, line.text.length);
  // Only headings are set in the middle; a hanging indent can look like it.
  const isCentred = line.bold && line.x > left + 10 && Math.abs(line.x - left - (right - line.right)) < 8;
  const room = isCentred ? right - left : right - line.x;
  return width + (word.length + 2) * perCharacter < room;
};

const settingOf = (lines: readonly PdfLine[]): Setting => {
  const size = mostFrequent(
    lines.map((line) => [rounded(line.size), line.text.length]),
    10,
  );
  const gaps = lines.flatMap((line, at) => {
    const above = lines[at - 1];
    const gap = above === undefined || above.page !== line.page ? 0 : above.y - line.y;
    return gap > 0.8 * size && gap < 2.2 * size ? [[rounded(gap), 1] as const] : [];
  });
  return { size, pitch: mostFrequent(gaps, 1.2 * size), ...edgesOf(lines) };
};

const bulletMark = /^([•·▪◦‣●○■□➢\u00B7\uF0B7\uF0A7\uF0D8]|[-–o])\s+(\S.*)$/;

/** Marks of one letter could be words: a gap behind them tells. */
const markedStart = ({ text, x, hangingX }: PdfLine): Start | null => {
  const match = bulletMark.exec(text);
  if (match === null) return null;
  const [, mark = '', rest = ''] = match;
  return hangingX > x || !/[-–o]/.test(mark) ? { kind: 'bullet', label: null, text: rest } : null;
};

const letteredStart = ({ text, x, hangingX }: PdfLine): Start | null => {
  const match = hangingX > x ? /^(\(?[a-z]\)?\.?|\(?[ivx]{1,5}\)|\d{1,2}\.\d{1,2}\.?)\s+(\S.*)$/.exec(text) : null;
  if (match === null) return null;
  const [, label = '', rest = ''] = match;
  return { kind: 'bullet', label: /^\(?([a-z])[.)]$/.exec(label)?.[1] ?? label, text: rest };
};

const bulletStart = (line: PdfLine): Start | null => markedStart(line) ?? letteredStart(line);

const looksLikeHeading = ({ bold, size, text }: PdfLine, setting: Setting): boolean =>
  (bold || size > setting.size * 1.15) && /\p{L}/u.test(text);

/** Takes the lines one by one. */
class ParagraphReader {
  readonly blocks: OpenBlock[] = [];
  readonly #setting: Setting;
  #lastNumber = 0;
  #hasBody = false;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  take(line: PdfLine): void {
    const open = this.blocks.at(-1);
    const start = this.#startOf(line, open);
    if (open !== undefined && this.#goesOn(open, line, start)) {
      open.text = joinLines(open.text, line.text);
      open.last = line;
      return;
    }
    if (start.kind === 'numbered') {
      this.#lastNumber = Number.parseInt(start.label, 10);
      this.#hasBody = true;
    }
    this.blocks.push({ start, text: start.kind === 'row' ? '' : start.text, last: line });
  }

  #startOf(line: PdfLine, open: OpenBlock | undefined): Start {
    const isSameParagraph = open !== undefined && line.paragraph !== null && line.paragraph === open.last.paragraph;
    if (isSameParagraph) return { kind: 'text', text: line.text };
    const heading = looksLikeHeading(line, this.#setting);
    const numbered = heading ? null : this.#numbered(line);
    if (numbered !== null) return numbered;
    if (heading) return { kind: 'heading', text: line.text };
    const bullet = bulletStart(line);
    if (bullet !== null) return bullet;
    return line.cells.length > 1 && this.#hasBody ? { kind: 'row', cells: line.cells } : { kind: 'text', text: line.text };
  }

  /** A number at the beginning of a line may be the end of a sentence: one that hangs out, or is the next, begins a paragraph. */
  #numbered({ text, x, hangingX }: PdfLine): Start | null {
    const match = /^(\d{1,3}(?: ?(?:bis|ter|quater))?)\.\s+(\S.*)$/.exec(text);
    if (match === null) return null;
    const number = Number.parseInt(match[1] ?? '', 10);
    const isExpected = number === this.#lastNumber + 1 || number === 1;
    return isExpected || hangingX > x + 4 ? { kind: 'numbered', label: match[1] ?? '', text: match[2] ?? '' } : null;
  }

  #goesOn(open: OpenBlock, line: PdfLine, start: Start): boolean {
    if (line.paragraph !== null && line.paragraph === open.last.paragraph) return open.start.kind !== 'row';
    if (open.start.kind === 'row' || (!this.#hasBody && open.start.kind === 'text')) return false;
    if (open.start.kind === 'heading') return start.kind === 'heading' && this.#isNextLine(open.last, line);
    if (start.kind !== 'text') return false;
    return open.last.page === line.page ? this.#goesOnBelow(open, line) : this.#goesOnOverleaf(open, line);
  }

  /** Lines of one heading: of one size, close to each other. */
  #isNextLine(above: PdfLine, line: PdfLine): boolean {
    const isAlike = above.page === line.page && rounded(above.size) === rounded(line.size);
    const isApart = above.paragraph !== null || line.paragraph !== null || above.y - line.y >= line.size * 1.5;
    return isAlike && !isApart && !hadRoomFor(above, line, this.#setting);
  }

  #goesOnBelow({ text, last }: OpenBlock, line: PdfLine): boolean {
    const isApart = last.paragraph !== null || line.paragraph !== null || last.y - line.y > this.#setting.pitch * 1.3;
    return !isApart && (!isFinished(text) || !hadRoomFor(last, line, this.#setting));
  }

  /** A sentence without its end goes on; so does a paragraph whose last line had no room for the next word. */
  #goesOnOverleaf({ text, last }: OpenBlock, line: PdfLine): boolean {
    return !isFinished(text) || (line.size === last.size && !hadRoomFor(last, line, this.#setting));
  }
}

/** A hyphen or a stroke that ends a line within a word stays; a soft hyphen goes. */
const joinLines = (above: string, below: string): string => {
  if (above.endsWith('\u00AD')) return above.slice(0, -1) + below;
  return /[\p{L}\p{N}][-/]$/u.test(above) || /^https?:\S*$/.test(above.split(' ').at(-1) ?? '') ? above + below : `${above} ${below}`;
};

const pieceOf = ({ start, text, last }: OpenBlock, { size }: Setting): Piece => {
  switch (start.kind) {
    case 'heading':
      return { kind: 'heading', text, rank: Math.max(0, 100 - Math.round((10 * last.size) / size)), style: null };
    case 'numbered':
      return { kind: 'numbered', label: start.label, text };
    case 'bullet':
      return { kind: 'bullet', label: start.label, text };
    case 'row':
      return start;
    case 'text':
      return { kind: 'text', text };
  }
};

/** Puts lines together to paragraphs: by the document's own structure where it has one, otherwise by distance, marks and indents. */
export const paragraphsOfLines = (lines: readonly PdfLine[]): readonly Piece[] => {
  const setting = settingOf(lines);
  const reader = new ParagraphReader(setting);
  for (const line of lines) reader.take(line);
  return reader.blocks.map((block) => pieceOf(block, setting));
};
