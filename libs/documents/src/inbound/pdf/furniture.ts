import { isSymbolLine } from '../../import/header.ts';
import type { PdfLine } from './lines.ts';

/** Share of the height, at the top and at the foot, where running lines stand. */
const marginShare = 0.13;

const isInMargin = ({ y, pageHeight }: PdfLine): boolean => y > pageHeight * (1 - marginShare) || y < pageHeight * marginShare;

/** What repeats from page to page but for its numbers. */
const patternOf = ({ text, y }: PdfLine): string => `${text.replace(/\d+/g, '#')}@${Math.round(y / 4)}`;

const isPageNumber = ({ text }: PdfLine): boolean =>
  /^(?:page )?[-–]? ?(?:\d{1,4}|[ivxl]{1,6})\.?(?: ?(?:\/|of|sur|de) ?\d{1,4})? ?[-–]?$/i.test(text);

/** A symbol among the words of a running line. */
const symbolIn = (text: string): string | null => text.split(/\s+/).find(isSymbolLine) ?? null;

/** Parts the text from what runs over the pages: headers, feet, page numbers. */
export const withoutFurniture = (
  lines: readonly PdfLine[],
  pages: number,
): { readonly symbol: string | null; readonly lines: readonly PdfLine[] } => {
  const times = new Map<string, number>();
  for (const line of lines.filter(isInMargin)) times.set(patternOf(line), (times.get(patternOf(line)) ?? 0) + 1);
  const isRunning = (line: PdfLine): boolean => {
    if (line.artifact) return true;
    // What the structure of the document holds is text, wherever it stands; so is a paragraph with its number.
    if (line.paragraph !== null || !isInMargin(line) || /^\d{1,3}\. +\S/.test(line.text)) return false;
    return isPageNumber(line) || isSymbolLine(line.text) || (pages > 1 && (times.get(patternOf(line)) ?? 0) > pages / 2);
  };
  const running = lines.filter(isRunning);
  const symbol = running.map(({ text }) => symbolIn(text)).find((found) => found !== null) ?? null;
  return { symbol, lines: lines.filter((line) => !isRunning(line)) };
};
