/** One line of the document: as it stands, trimmed, cleaned for reading, and its number from 1. */
export interface SourceLine {
  readonly number: number;
  readonly trimmed: string;
  readonly clean: string;
  readonly indent: number;
}

/** Longest document that is taken. */
export const maxLines = 50_000;

const byteOrderMark = '\uFEFF';

/** Markup that is not text: superscripts, bold marks, escaped asterisks, hard blanks and runs of blanks. Spelling and punctuation stay. */
export const cleanInline = (text: string): string =>
  text
    .replace(/<sup>([^<]{0,40})<\/sup>/g, '$1')
    .replaceAll('**', '')
    .replaceAll('\\*', '*')
    .replace(/[\u00A0\u202F\t ]+/g, ' ')
    .trim();

/** Splits into lines whatever the line ends are; a leading byte order mark is not text. */
export const toLines = (text: string): readonly SourceLine[] => {
  const unmarked = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  return unmarked.split(/\r\n|\r|\n/).map((raw, index) => {
    const trimmed = raw.trim();
    return { number: index + 1, trimmed, clean: cleanInline(trimmed), indent: raw.length - raw.trimStart().length };
  });
};
