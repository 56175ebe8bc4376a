import type { Block, OutDocument, RichText } from '../../../documents/src/index.ts';
import type { Bilingual, Language, WorkingText } from '../../../domain/src/index.ts';
import { groupings, memberNames, themeSet, type ReadDatabase } from '../../../projections/src/index.ts';
import { phrases, type Phrase } from './phrases.ts';

/** What a builder makes; language and state of the record are added where it is asked for. */
export type Draft = Omit<OutDocument, 'language' | 'standing'>;

type Facts = Readonly<Record<string, string | number>>;

const filled = (text: string, facts: Facts): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));

/** Writes one document in one language: words, names as they are recorded, and paragraphs in their order. */
export class Scribe {
  readonly language: Language;
  readonly blocks: Block[] = [];
  readonly #names: Readonly<Record<string, Bilingual>>;
  readonly #groups: Readonly<Record<string, Bilingual>>;
  readonly #themes: Readonly<Record<string, Bilingual>>;
  #number = 0;

  constructor(db: ReadDatabase, language: Language, day: string) {
    this.language = language;
    this.#names = memberNames(db);
    this.#groups = Object.fromEntries(groupings(db, day).map(({ code, name }) => [code, name]));
    this.#themes = Object.fromEntries((themeSet(db, 'ptc')?.themes ?? []).map(({ code, label }) => [code, label]));
  }

  /** A phrase, filled in. */
  word(phrase: Phrase, facts: Facts = {}): string {
    return filled(phrases[phrase][this.language], facts);
  }

  /** Any bilingual text, filled in. */
  fill(text: Bilingual, facts: Facts = {}): string {
    return filled(text[this.language], facts);
  }

  /** A recorded text in this language; where it is missing in the other one, and it says so. */
  say(text: WorkingText | null): string {
    const own = text?.[this.language]?.trim() ?? '';
    if (own !== '') return own;
    const other = text?.[this.language === 'en' ? 'fr' : 'en']?.trim() ?? '';
    return other === '' ? '' : `${other} ${this.word('onlyIn')}`;
  }

  /** A text of a Member in its own language; in the other language it says so. */
  quote(text: string, language: Language): string {
    return language === this.language ? text : `${text} ${this.word('onlyIn')}`;
  }

  member(code: string): string {
    const name = this.#names[code];
    return name === undefined ? code : name[this.language];
  }

  members(codes: readonly string[]): string {
    return codes.map((code) => this.member(code)).join(', ');
  }

  group(code: string): string {
    return this.#groups[code]?.[this.language] ?? code;
  }

  theme(code: string | null): string {
    return code === null ? '' : (this.#themes[code]?.[this.language] ?? code);
  }

  /** Name in the order of series of a document that has no symbol of its own: `RIC-2015/AGENDA/v2/E`. */
  symbol(...parts: readonly (string | number)[]): string {
    return [...parts, this.language === 'en' ? 'E' : 'F'].join('/');
  }

  /** A name and what belongs to it, with the colon of the language. */
  pair(name: string, value: string | number): string {
    return `${name}${this.language === 'fr' ? '\u00A0:' : ':'} ${value}`;
  }

  /** In the quotation marks of the language. */
  quoted(text: string): string {
    return this.language === 'fr' ? `«\u00A0${text}\u00A0»` : `“${text}”`;
  }

  /** A list as a sentence of bullets: a semicolon after each, a full stop after the last. */
  listed(items: readonly string[]): readonly string[] {
    const semicolon = this.language === 'fr' ? '\u00A0;' : ';';
    return items.map((item, at) => `${item}${at === items.length - 1 ? '.' : semicolon}`);
  }

  heading(level: 1 | 2 | 3, text: string): void {
    this.blocks.push({ kind: 'heading', level, text });
  }

  /** The next numbered paragraph. */
  paragraph(text: RichText, bullets: readonly RichText[] = []): void {
    this.#number += 1;
    this.blocks.push({ kind: 'numbered', number: this.#number, text, bullets });
  }

  plain(text: RichText): void {
    this.blocks.push({ kind: 'paragraph', text });
  }

  bullets(items: readonly RichText[]): void {
    if (items.length > 0) this.blocks.push({ kind: 'bullets', items });
  }

  note(text: string): void {
    this.blocks.push({ kind: 'note', text });
  }

  table(caption: string, columns: readonly (readonly [string, number])[], rows: readonly (readonly RichText[])[]): void {
    this.blocks.push({ kind: 'table', caption, columns: columns.map(([title, share]) => ({ title, share })), rows });
  }
}
