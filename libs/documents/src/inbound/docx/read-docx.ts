import { isSymbolLine } from '../../import/header.ts';
import type { ConversionWarning, ConversionWarningCode, Piece, Pieces } from '../piece.ts';
import { Numbering, type PrintedMark } from './numbering.ts';
import { openWord, type WordPackage } from './package.ts';
import { RunReader, type Words } from './runs.ts';
import { boldOf, lookOf, readStyles, styleBold, type ParagraphLook, type Styles } from './styles.ts';
import { child, descendants, elements, valueOf, type XmlElement } from './xml.ts';

const messages: Readonly<Record<Exclude<ConversionWarningCode, 'RIGHT_TO_LEFT_TEXT' | 'ROTATED_TEXT' | 'PAGE_WITHOUT_TEXT'>, string>> = {
  TRACKED_CHANGES: 'tracked changes: what was inserted is taken, what was deleted is left out',
  HIDDEN_TEXT: 'hidden text is left out',
  IMAGE_LEFT_OUT: 'images are left out',
  OBJECT_LEFT_OUT: 'embedded objects are left out',
  TEXT_BOX: 'text boxes are taken behind the paragraph that they are anchored to',
};

/** Longest bold paragraph that is taken for a heading. */
const longestHeading = 300;

/** Marks that people type instead of a list. */
const typedBullet = /^[•·▪◦‣\u00B7\uF0B7\uF0A7–—-]\t\s*/;

const containers: readonly string[] = ['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'];

const listPiece = (mark: PrintedMark, look: ParagraphLook, text: string): Piece => {
  if (mark.kind === 'bullet') return { kind: 'bullet', label: null, text };
  const number = /^(\d{1,3})[.)]?$/.exec(mark.label);
  if (number !== null && look.indent === 0) return { kind: 'numbered', label: number[1] ?? '', text };
  const letter = /^\(?([a-z])[.)]$/.exec(mark.label);
  return { kind: 'bullet', label: mark.format === 'lowerLetter' && letter !== null ? (letter[1] ?? null) : mark.label, text };
};

/** A heading by its style; null for running text. */
const styledHeading = ({ title, level }: ParagraphLook, mark: PrintedMark | null, text: string): Piece | null => {
  if (title !== null) return { kind: 'heading', text, rank: title === 'title' ? 0 : 9, style: title };
  const label = mark?.kind === 'label' ? `${mark.label} ` : '';
  return level === null ? null : { kind: 'heading', text: `${label}${text}`, rank: level, style: null };
};

/** A heading by its looks: short, bold, and no paragraph whose number was typed. */
const isBoldHeading = ({ text, bold }: Words): boolean =>
  bold && text.length <= longestHeading && !/^\d{1,3}\.\s/.test(text) && /\p{L}/u.test(text);

/** What a paragraph is, by its style, its list and its looks. */
const pieceOf = (look: ParagraphLook, mark: PrintedMark | null, words: Words): Piece => {
  const { text } = words;
  const heading = styledHeading(look, mark, text);
  if (heading !== null) return heading;
  if (mark !== null) return listPiece(mark, look, text);
  if (typedBullet.test(text)) return { kind: 'bullet', label: null, text: text.replace(typedBullet, '') };
  return isBoldHeading(words) ? { kind: 'heading', text, rank: 10, style: null } : { kind: 'text', text };
};

/** Reads the paragraphs of a document in their order. */
class DocumentReader {
  readonly pieces: Piece[] = [];
  readonly #noted = new Set<ConversionWarningCode>();
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #footnotes: ReadonlyMap<string, string>;

  constructor({ styles, numbering, footnotes }: WordPackage) {
    this.#styles = readStyles(styles);
    this.#numbering = new Numbering(numbering);
    this.#footnotes = new Map(
      (footnotes === null ? [] : descendants(footnotes, 'w:footnote')).map((each) => [each.attributes['id'] ?? '', this.#plain(each)]),
    );
  }

  get warnings(): readonly ConversionWarning[] {
    return [...this.#noted].sort().map((code) => ({ code, message: messages[code as keyof typeof messages] }));
  }

  read(parent: XmlElement): void {
    for (const each of elements(parent)) {
      if (each.name === 'w:p') this.#paragraph(each);
      else if (each.name === 'w:tbl') this.#table(each);
      else if (each.name === 'w:altChunk') this.#noted.add('OBJECT_LEFT_OUT');
      else if (containers.includes(each.name)) this.read(each);
    }
  }

  #words(paragraph: XmlElement, look: ParagraphLook): Words {
    const reader = new RunReader(
      (code) => this.#noted.add(code),
      (run) => boldOf(run) ?? styleBold(this.#styles, valueOf(run, 'w:rStyle')) ?? look.bold,
    );
    reader.read(paragraph);
    return { ...reader.words, text: reader.words.text.trim() };
  }

  #paragraph(paragraph: XmlElement): void {
    const look = lookOf(this.#styles, child(paragraph, 'w:pPr'));
    const words = this.#words(paragraph, look);
    // An empty paragraph of a list is printed with its number, and counts.
    const mark = look.numId === null || look.numId === '0' ? null : this.#numbering.next(look.numId, look.indent);
    if (words.text !== '') this.pieces.push(pieceOf(look, mark, words));
    for (const id of words.footnotes) this.pieces.push({ kind: 'footnote', mark: id, text: this.#footnotes.get(id) ?? '' });
    for (const box of words.boxes) this.read(box);
  }

  #plain(parent: XmlElement): string {
    return descendants(parent, 'w:p')
      .map((paragraph) => this.#words(paragraph, lookOf(this.#styles, child(paragraph, 'w:pPr'))).text)
      .join(' ')
      .trim();
  }

  #table(table: XmlElement): void {
    for (const row of descendants(table, 'w:tr')) {
      const cells = elements(row).filter(({ name }) => name === 'w:tc');
      this.pieces.push({ kind: 'row', cells: cells.map((cell) => this.#plain(cell)) });
    }
  }

  /** The symbol in a running header, alone on a line or in a cell of it. */
  symbolIn(headers: readonly XmlElement[]): string | null {
    const lines = headers.flatMap((header) => descendants(header, 'w:p').flatMap((line) => this.#plainLine(line).split(/[\t\n]/)));
    return lines.map((line) => line.trim()).find(isSymbolLine) ?? null;
  }

  #plainLine(paragraph: XmlElement): string {
    return this.#words(paragraph, lookOf(this.#styles, undefined)).text;
  }
}

/** Reads a Word document: paragraphs with the numbers that Word prints, headings, lists, tables as rows, footnotes. @throws NotConverted */
export const readDocx = async (bytes: Buffer): Promise<Pieces> => {
  const opened = await openWord(bytes);
  const reader = new DocumentReader(opened);
  const body = child(child(opened.document, 'w:document'), 'w:body');
  if (body !== undefined) reader.read(body);
  return { symbol: reader.symbolIn(opened.headers), pieces: reader.pieces, warnings: reader.warnings };
};
