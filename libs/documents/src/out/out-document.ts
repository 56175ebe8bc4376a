import type { OutLanguage } from '../export/table.ts';

/** A stretch of text; `added` and `removed` are told by a word and a line, never by colour alone. */
export interface Run {
  readonly text: string;
  readonly mark?: 'added' | 'removed' | 'strong';
}

export type RichText = string | readonly Run[];

/** A paragraph that is quoted by its number. */
export interface NumberedParagraph {
  readonly kind: 'numbered';
  readonly number: number;
  readonly text: RichText;
  readonly bullets: readonly RichText[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | NumberedParagraph
  | { readonly kind: 'bullets'; readonly items: readonly RichText[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      /** `share`: width of the column against the others. */
      readonly columns: readonly { readonly title: string; readonly share: number }[];
      readonly rows: readonly (readonly RichText[])[];
    }
  /** What is said beside the text: a missing translation, invented samples, a reason. */
  | { readonly kind: 'note'; readonly text: string };

/** The state of the record that a document was made from. */
export interface OutStanding {
  /** Ledger size. */
  readonly size: number;
  /** Root of the ledger of that size, base64; null where nothing is sealed. */
  readonly root: string | null;
  /** When the last of its events was recorded, RFC 3339; null before the first. */
  readonly at: string | null;
}

/** One document as it leaves the house, in one language; every form is made from this. */
export interface OutDocument {
  readonly language: OutLanguage;
  /** As printed in the header of every page. */
  readonly symbol: string;
  readonly title: string;
  readonly subtitle: string | null;
  /** `Item IX - a on the agenda`; null for what is no working document. */
  readonly agendaItem: string | null;
  /** Lines before the title: sessions, dates, place and date. */
  readonly cover: readonly string[];
  readonly blocks: readonly Block[];
  readonly standing: OutStanding;
}

/** The forms in which a document is handed out. */
export const outFormats = ['md', 'pdf', 'docx'] as const;
export type OutFormat = (typeof outFormats)[number];
