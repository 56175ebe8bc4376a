import { isExpectedOutcome } from './derive.ts';
import { citedSymbols, readAgendaItem } from './header.ts';
import type { SourceLine } from './prepare.ts';
import type { Reading } from './reading.ts';

const annexHeading = /^ANNEXE?(?: [IVXLC\d]{1,6})?(?: (?:to|au|à) .{1,80})?$/i;

interface FoundHeading {
  /** Null where the style has no levels. */
  readonly level: number | null;
  readonly title: string;
}

const isTitle = (reading: Reading, { level, title }: FoundHeading): boolean =>
  reading.header.title === null && (level ?? 2) <= 2 && !isExpectedOutcome(title);

const isSubtitle = ({ header }: Reading, { level }: FoundHeading): boolean => header.subtitle === null && level === 3;

/** Before the first paragraph a heading may be the agenda item, the title or the subtitle. */
const takeCoverHeading = (reading: Reading, heading: FoundHeading, line: SourceLine): boolean => {
  const { header } = reading;
  const item = header.agendaItem === null ? readAgendaItem(heading.title, line.number) : null;
  if (item !== null) header.agendaItem = item;
  else if (reading.body.sections.length > 0) return false;
  else if (isTitle(reading, heading)) header.title = heading.title;
  else if (isSubtitle(reading, heading)) header.subtitle = heading.title;
  else return false;
  return true;
};

/** Takes a heading: of the cover, of an annex, or of a section. */
export const takeHeading = (reading: Reading, heading: FoundHeading, line: SourceLine, style: 'markdown' | 'bold'): void => {
  if (annexHeading.test(heading.title)) {
    reading.startAnnex(line.number);
    return;
  }
  const beforeText = reading.body.paragraphs.length === 0 && reading.annex === null;
  if (beforeText && takeCoverHeading(reading, heading, line)) return;
  reading.addSection(heading.title, line.number, style, heading.level);
};

/** Takes a bold block: the title of an annex that has none yet, otherwise a heading without a level. */
export const takeBold = (reading: Reading, { title }: { readonly title: string }, line: SourceLine): void => {
  const { annex } = reading;
  if (annex !== null && reading.awaitsTitle && annex.title === null) {
    annex.title = title;
    annex.sourceDocument = citedSymbols(title)[0] ?? null;
    reading.awaitsTitle = false;
    return;
  }
  takeHeading(reading, { level: null, title }, line, 'bold');
};

/** Headings read since the last body paragraph belong to an annex that only its numbering gives away. */
export const inferAnnex = (reading: Reading, line: SourceLine): void => {
  const lastLine = reading.body.paragraphs.at(-1)?.line ?? 0;
  const moved = reading.body.sections.filter((section) => section.line > lastLine);
  reading.body.sections = reading.body.sections.filter((section) => section.line <= lastLine);
  reading.startAnnex(line.number);
  reading.warn('ANNEX_INFERRED', line.number, 'numbering begins again at 1: taken as the annex');
  const [first] = moved;
  const isTitle = first !== undefined && (moved.length > 1 || citedSymbols(first.title).length > 0);
  if (isTitle && reading.annex !== null) {
    reading.annex.title = first.title;
    reading.annex.sourceDocument = citedSymbols(first.title)[0] ?? null;
  }
  moved.slice(isTitle ? 1 : 0).forEach(({ title, line: at, style, level }) => {
    reading.addSection(title, at, style, level);
  });
};
