import type { ConversionWarningCode } from '../piece.ts';
import { isHidden } from './styles.ts';
import { child, descendants, elements, type XmlElement } from './xml.ts';

/** What is noted on the way. */
export type Noted = (code: ConversionWarningCode) => void;

/** The words of a paragraph, whether all of them are bold, and what hangs on it. */
export interface Words {
  text: string;
  bold: boolean;
  readonly footnotes: string[];
  /** Paragraphs of boxes that are anchored here. */
  readonly boxes: XmlElement[];
}

const transparent: readonly string[] = [
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
];

const signs: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '-', 'w:ptab': '\t' };

const wordsIn = ({ children }: XmlElement): string => children.filter((each) => typeof each === 'string').join('');

const symbolSign = (element: XmlElement): string => {
  const code = parseInt(element.attributes['char'] ?? '', 16);
  // Fonts of symbols put their signs where no character is.
  return Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff)
    ? `[U+${(element.attributes['char'] ?? '').toUpperCase()}]`
    : String.fromCodePoint(code);
};

/** Reads the runs of one paragraph. */
export class RunReader {
  readonly words: Words = { text: '', bold: true, footnotes: [], boxes: [] };
  readonly #note: Noted;
  readonly #isBold: (properties: XmlElement | undefined) => boolean;

  /** @param isBold  of a run, by its properties */
  constructor(note: Noted, isBold: (properties: XmlElement | undefined) => boolean) {
    this.#note = note;
    this.#isBold = isBold;
  }

  /** Reads what is below an element: runs, and what is drawn around runs. */
  read(parent: XmlElement): void {
    for (const each of elements(parent)) {
      if (each.name === 'w:r') this.#run(each);
      else if (each.name === 'w:del' || each.name === 'w:moveFrom') this.#note('TRACKED_CHANGES');
      else if (each.name.startsWith('m:')) this.#say(descendants(each, 'm:t').map(wordsIn).join(''), false);
      else if (each.name === 'mc:AlternateContent') this.#alternative(each);
      else if (transparent.includes(each.name)) {
        if (each.name === 'w:ins' || each.name === 'w:moveTo') this.#note('TRACKED_CHANGES');
        this.read(each);
      }
    }
  }

  #say(text: string, isBold: boolean): void {
    this.words.text += text;
    if (text.trim() !== '' && !isBold) this.words.bold = false;
  }

  #run(run: XmlElement): void {
    const properties = child(run, 'w:rPr');
    if (isHidden(properties)) {
      if (descendants(run, 'w:t').length > 0) this.#note('HIDDEN_TEXT');
      return;
    }
    const isBold = this.#isBold(properties);
    for (const each of elements(run)) this.#part(each, isBold);
  }

  #part(part: XmlElement, isBold: boolean): void {
    const sign = signs[part.name];
    if (sign !== undefined) this.words.text += sign;
    else if (part.name === 'w:t') this.#say(wordsIn(part), isBold);
    else if (part.name === 'w:br')
      this.words.text += part.attributes['type'] === undefined || part.attributes['type'] === 'textWrapping' ? '\n' : '';
    else if (part.name === 'w:sym') this.#say(symbolSign(part), isBold);
    else if (part.name === 'w:footnoteReference') this.#footnote(part);
    else this.#drawn(part);
  }

  #footnote(reference: XmlElement): void {
    const id = reference.attributes['id'] ?? '';
    this.words.footnotes.push(id);
    this.words.text += `[^${id}]`;
  }

  #drawn(part: XmlElement): void {
    if (part.name === 'w:object') this.#note('OBJECT_LEFT_OUT');
    else if (part.name === 'mc:AlternateContent') this.#alternative(part);
    else if (part.name === 'w:drawing' || part.name === 'w:pict') this.#drawing(part);
  }

  /** What is there twice, for newer and for older readers, is read once. */
  #alternative(both: XmlElement): void {
    const chosen = child(both, 'mc:Choice') ?? child(both, 'mc:Fallback');
    if (chosen !== undefined) for (const each of elements(chosen)) this.#drawn(each);
  }

  #drawing(drawing: XmlElement): void {
    const boxes = descendants(drawing, 'w:txbxContent');
    if (boxes.length > 0) this.#note('TEXT_BOX');
    this.words.boxes.push(...boxes);
    if (descendants(drawing, 'a:blip').length + descendants(drawing, 'v:imagedata').length > 0) this.#note('IMAGE_LEFT_OUT');
  }
}
