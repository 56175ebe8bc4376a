/** A stretch of text on a page, in points from its lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  /** Paragraph of the structure that it belongs to; null in a document without structure. */
  readonly paragraph: string | null;
  /** The document itself says that it is no part of the text: running headers, page numbers. */
  readonly artifact: boolean;
}

export interface PageText {
  readonly number: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
}

/** A line as it is printed. */
export interface PdfLine {
  readonly page: number;
  readonly pageHeight: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly paragraph: string | null;
  readonly artifact: boolean;
  readonly text: string;
  /** Parts with wide gaps between them: columns. */
  readonly cells: readonly string[];
  /** Where the text begins behind the first word and the gap that follows it; equals x where there is no such gap. */
  readonly hangingX: number;
}

interface OpenLine {
  readonly texts: PlacedText[];
  y: number;
  size: number;
}

const belongs = (line: OpenLine, text: PlacedText): boolean => {
  const [first] = line.texts;
  return Math.abs(line.y - text.y) <= 0.5 * Math.max(line.size, text.size) && first?.artifact === text.artifact;
};

const group = (texts: readonly PlacedText[]): readonly OpenLine[] => {
  const lines: OpenLine[] = [];
  for (const text of texts) {
    const line = lines.at(-1);
    if (line === undefined || !belongs(line, text)) lines.push({ texts: [text], y: text.y, size: text.size });
    else {
      line.texts.push(text);
      // Raised signs do not move the line.
      if (text.size > line.size) Object.assign(line, { y: text.y, size: text.size });
    }
  }
  return lines;
};

/** Lines of one height that were drawn apart: columns, marks drawn after the text. */
const merged = (lines: readonly OpenLine[]): readonly OpenLine[] => {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  const found: OpenLine[] = [];
  for (const line of sorted) {
    const above = found.at(-1);
    const isSame = above !== undefined && above.y - line.y < 0.2 * line.size && above.texts[0]?.artifact === line.texts[0]?.artifact;
    if (isSame) above.texts.push(...line.texts);
    else found.push(line);
  }
  return found;
};

const wordGap = 0.15;
const columnGap = 2.5;
const hangingGap = 0.45;

/** Puts the stretches of a line together: with a blank where they stand apart, in columns where the gap is wide. */
class LineJoiner {
  readonly cells: string[] = [''];
  hangingX: number | null = null;
  #right: number | null = null;

  take({ text, x, width, size }: PlacedText): void {
    const gap = this.#right === null ? 0 : (x - this.#right) / size;
    const hangs = gap > hangingGap && this.hangingX === null && /^\S{1,6}$/.test(this.cells.join(' '));
    if (hangs) this.hangingX = x;
    else if (gap > columnGap) this.cells.push('');
    this.#append(text, gap > wordGap);
    this.#right = Math.max(this.#right ?? 0, x + width);
  }

  #append(text: string, isApart: boolean): void {
    const before = this.cells.at(-1) ?? '';
    const needsBlank = isApart && before !== '' && !/\s$/.test(before) && !/^\s/.test(text);
    this.cells[this.cells.length - 1] = `${before}${needsBlank ? ' ' : ''}${text}`;
  }
}

const joined = (texts: readonly PlacedText[], x: number): Pick<PdfLine, 'text' | 'cells' | 'hangingX'> => {
  const joiner = new LineJoiner();
  for (const text of texts) joiner.take(text);
  const cells = joiner.cells.map((cell) => cell.replace(/[ \t]+/g, ' ').trim()).filter((cell) => cell !== '');
  return { text: cells.join(' '), cells, hangingX: joiner.hangingX ?? x };
};

const lineOf = (page: PageText, { texts, y, size }: OpenLine): PdfLine => {
  const ordered = texts.filter(({ text }) => text.trim() !== '').sort((a, b) => a.x - b.x);
  const [first] = ordered;
  const x = first?.x ?? 0;
  return {
    page: page.number,
    pageHeight: page.height,
    x,
    right: Math.max(...ordered.map(({ x, width }) => x + width)),
    y,
    size,
    bold: ordered.every(({ bold }) => bold),
    paragraph: ordered.find(({ paragraph }) => paragraph !== null)?.paragraph ?? null,
    artifact: first?.artifact ?? false,
    ...joined(ordered, x),
  };
};

/** The lines of a page from top to bottom. */
export const linesOfPage = (page: PageText): readonly PdfLine[] =>
  merged(group(page.texts.filter(({ text }) => text.trim() !== ''))).map((line) => lineOf(page, line));
