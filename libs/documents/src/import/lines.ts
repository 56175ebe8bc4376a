import { isSymbolLine } from './header.ts';
import { cleanInline, type SourceLine } from './prepare.ts';

/** What a line is, in the order in which the classes are tried. */
export type LineClass =
  | { readonly kind: 'blank' }
  | { readonly kind: 'loneDash' }
  | { readonly kind: 'separator'; readonly asterisks: number }
  | { readonly kind: 'pageHeader' }
  | { readonly kind: 'heading'; readonly level: number; readonly title: string }
  /** `last`: index of the last line of the block. */
  | { readonly kind: 'bold'; readonly title: string; readonly last: number }
  | { readonly kind: 'numbered'; readonly number: number; readonly suffix: string; readonly text: string }
  | { readonly kind: 'bullet'; readonly letter: string | null; readonly text: string }
  | { readonly kind: 'table' }
  | { readonly kind: 'footnote' }
  | { readonly kind: 'text' };

const longestBoldBlock = 12;

/** The bold block that begins here: whole lines between `**` and `**`; null when the line is only partly bold. */
const readBoldBlock = (lines: readonly SourceLine[], index: number): LineClass | null => {
  const pieces: string[] = [];
  for (let at = index; at < Math.min(lines.length, index + longestBoldBlock); at += 1) {
    const text = lines[at]?.trimmed ?? '';
    if (text === '') return null;
    pieces.push(text);
    const marks = pieces.join(' ').split('**').length - 1;
    if (marks > 2) return null;
    if (marks === 2) return text.endsWith('**') ? { kind: 'bold', title: cleanInline(pieces.join(' ')), last: at } : null;
  }
  return null;
};

const heading = (trimmed: string): LineClass | null => {
  const match = /^(#{1,6})\s+(\S.*)$/.exec(trimmed);
  return match === null ? null : { kind: 'heading', level: match[1]?.length ?? 1, title: cleanInline(match[2] ?? '') };
};

const numbered = (clean: string): LineClass | null => {
  const match = /^(\d{1,3})(?: ?(bis|ter|quater))?\. +(\S.*)$/.exec(clean);
  return match === null ? null : { kind: 'numbered', number: Number(match[1]), suffix: match[2] ?? '', text: match[3] ?? '' };
};

const bullet = (trimmed: string): LineClass | null => {
  const match = /^[-*•]\s+(?:([a-z])\.\s+)?(\S.*)$/.exec(trimmed);
  return match === null ? null : { kind: 'bullet', letter: match[1] ?? null, text: cleanInline(match[2] ?? '') };
};

const marks = (trimmed: string): LineClass | null => {
  if (/^[-–—]$/.test(trimmed)) return { kind: 'loneDash' };
  if (/^[\\* ]+$/.test(trimmed) && trimmed.includes('*')) return { kind: 'separator', asterisks: trimmed.split('*').length - 1 };
  return isSymbolLine(trimmed) ? { kind: 'pageHeader' } : null;
};

const notes = (trimmed: string): LineClass | null => {
  if (/^\[\^[^\]]{1,20}\]:|^<sup>\d{1,3}<\/sup>\s/.test(trimmed)) return { kind: 'footnote' };
  return trimmed.startsWith('|') ? { kind: 'table' } : null;
};

/** Classifies one line. Bullets and text still depend on what is open; the reader of the lines knows. */
export const classify = (lines: readonly SourceLine[], index: number): LineClass => {
  const { trimmed, clean } = lines[index] ?? { trimmed: '', clean: '' };
  if (trimmed === '') return { kind: 'blank' };
  const bold = trimmed.startsWith('**') ? readBoldBlock(lines, index) : null;
  return marks(trimmed) ?? heading(trimmed) ?? bold ?? numbered(clean) ?? bullet(trimmed) ?? notes(trimmed) ?? { kind: 'text' };
};

const finalMarks = new Set(Array.from(`.;:!?)]"'”’»`));

/** Whether a text has come to its end; one that has not goes on after a page break. */
export const isFinished = (text: string): boolean => finalMarks.has(text.at(-1) ?? '.');

/** Whether an unmarked line can be a heading by its looks: short and without a final mark of a sentence. */
export const looksLikeHeading = (clean: string): boolean => clean.length <= 120 && !/[.;:]$/.test(clean);
