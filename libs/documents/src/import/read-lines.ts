import { inferAnnex, takeBold, takeHeading } from './headings.ts';
import { classify, isFinished, looksLikeHeading, type LineClass } from './lines.ts';
import type { SourceLine } from './prepare.ts';
import { Reading, type OpenParagraph } from './reading.ts';

type Classified<K extends LineClass['kind']> = Extract<LineClass, { kind: K }>;

const idFor = (reading: Reading, number: number, suffix: string): string => {
  const prefix = reading.annex === null ? 'B' : reading.annexNumber > 1 ? `A${reading.annexNumber}-` : 'A';
  const base = `${prefix}${number}${suffix}`;
  const times = (reading.timesUsed[base] ?? 0) + 1;
  reading.timesUsed[base] = times;
  return times === 1 ? base : `${base}/${times}`;
};

/** Number of the last paragraph of the numbering that is running; 0 at its start. */
const lastNumber = (reading: Reading): number => {
  const { paragraphs } = reading.part;
  const prefix = reading.annexNumber > 1 ? `A${reading.annexNumber}-` : '';
  return paragraphs.findLast(({ id }) => id.startsWith(prefix))?.number ?? 0;
};

/** What the printed number says: the next one, one that breaks the row, or a new beginning. */
const checkNumber = (reading: Reading, { number, suffix }: Classified<'numbered'>, line: SourceLine): void => {
  const before = lastNumber(reading);
  const follows = suffix === '' ? number === before + 1 : number === before;
  if (number === 1 && suffix === '' && before > 1) {
    if (reading.annex === null) inferAnnex(reading, line);
    else reading.startAnnex(line.number);
  } else if (!follows) {
    reading.warn('NUMBER_GAP', line.number, `paragraph ${number}${suffix} follows paragraph ${before}`);
  }
};

const takeNumbered = (reading: Reading, found: Classified<'numbered'>, line: SourceLine): void => {
  checkNumber(reading, found, line);
  reading.awaitsTitle = false;
  const { number, suffix, text } = found;
  const paragraph: OpenParagraph = {
    id: idFor(reading, number, suffix),
    number,
    section: reading.section,
    line: line.number,
    text,
    bullets: [],
    trailing: [],
    joins: [],
  };
  reading.part.paragraphs.push(paragraph);
  reading.open = paragraph;
  reading.lastPiece = text;
};

const takeBullet = (reading: Reading, open: OpenParagraph, { letter, text }: Classified<'bullet'>, line: SourceLine): void => {
  if (reading.pageHeaderLine !== null && open.bullets.length > 0) {
    reading.warn('LIST_SPLIT_BY_PAGE_HEADER', reading.pageHeaderLine, `list of paragraph ${open.number} goes on after the page header`);
  }
  reading.lastPiece = text;
  open.bullets.push({ index: open.bullets.length + 1, letter, text, line: line.number, indent: line.indent });
};

const join = (reading: Reading, open: OpenParagraph, line: SourceLine): void => {
  const target = open.trailing.at(-1) ?? open.bullets.at(-1) ?? open;
  target.text = `${target.text} ${line.clean}`;
  reading.lastPiece = line.clean;
  open.joins.push({ line: line.number });
  if (reading.afterBreak)
    reading.warn('PARAGRAPH_JOINED_ACROSS_BREAK', line.number, `joined to ${reading.partName} paragraph ${open.number}`);
};

const keepTrailing = (reading: Reading, open: OpenParagraph, line: SourceLine): void => {
  reading.lastPiece = line.clean;
  open.trailing.push({ text: line.clean, line: line.number });
};

const nextIsNumbered = (lines: readonly SourceLine[], index: number): boolean => {
  let next = index + 1;
  while (lines[next]?.trimmed === '') next += 1;
  return next < lines.length && classify(lines, next).kind === 'numbered';
};

const warnOrphan = (reading: Reading, line: SourceLine): void => {
  reading.warn('ORPHAN_LINE', line.number, `"${line.clean.slice(0, 60)}" belongs to no paragraph`);
};

/** A cover carries short lines of no interest; a list or a long line that is lost there is somebody's text. */
const proseFrom = 100;

const takeHeaderText = (reading: Reading, found: LineClass, line: SourceLine): void => {
  const isRead = reading.takeHeaderLine(line);
  if (!isRead && (found.kind === 'bullet' || line.clean.length >= proseFrom)) warnOrphan(reading, line);
};

const takeText = (reading: Reading, lines: readonly SourceLine[], index: number, line: SourceLine): void => {
  const { open } = reading;
  if (open !== null && !isFinished(reading.lastPiece)) {
    join(reading, open, line);
  } else if (looksLikeHeading(line.clean) && nextIsNumbered(lines, index)) {
    reading.addSection(line.clean, line.number, 'plain', null);
  } else if (open !== null) {
    keepTrailing(reading, open, line);
    reading.warn('UNNUMBERED_PARAGRAPH', line.number, `kept as trailing text of ${reading.partName} paragraph ${open.number}`);
  } else {
    warnOrphan(reading, line);
  }
};

const takeAside = (reading: Reading, kind: 'table' | 'footnote', line: SourceLine): void => {
  const { open } = reading;
  const goesOn = kind === 'table' && open?.trailing.at(-1)?.text.startsWith('|') === true;
  if (!goesOn) {
    const what = kind === 'table' ? 'table' : 'footnote';
    reading.warn(
      kind === 'table' ? 'TABLE_KEPT_AS_TEXT' : 'FOOTNOTE',
      line.number,
      open === null ? `${what} belongs to no paragraph` : `${what} kept as trailing text of ${reading.partName} paragraph ${open.number}`,
    );
  }
  if (open !== null) keepTrailing(reading, open, line);
};

const takeSeparator = (reading: Reading, asterisks: number, line: SourceLine): void => {
  reading.asterisks += asterisks;
  if (reading.asterisks >= 3) reading.startAnnex(line.number);
};

const takeRest = (
  reading: Reading,
  found: Classified<'blank' | 'loneDash' | 'separator' | 'pageHeader' | 'table' | 'footnote'>,
  line: SourceLine,
): void => {
  switch (found.kind) {
    case 'blank':
      return;
    case 'pageHeader':
      reading.takeCode(line);
      reading.pageHeaderLine = line.number;
      return;
    case 'separator':
      takeSeparator(reading, found.asterisks, line);
      return;
    case 'loneDash':
      if (!reading.inHeader) reading.warn('STRAY_DASH', line.number, 'lone dash dropped');
      return;
    case 'table':
    case 'footnote':
      takeAside(reading, found.kind, line);
  }
};

const takeBulletOrText = (
  reading: Reading,
  lines: readonly SourceLine[],
  index: number,
  found: Classified<'bullet' | 'text'>,
  line: SourceLine,
): void => {
  if (found.kind === 'bullet' && reading.open !== null) takeBullet(reading, reading.open, found, line);
  else takeText(reading, lines, index, line);
};

const takeContent = (reading: Reading, lines: readonly SourceLine[], index: number, found: LineClass, line: SourceLine): void => {
  if (found.kind === 'heading') takeHeading(reading, found, line, 'markdown');
  else if (found.kind === 'bold') takeBold(reading, found, line);
  else if (found.kind === 'numbered') takeNumbered(reading, found, line);
  else if (found.kind === 'bullet' || found.kind === 'text') takeBulletOrText(reading, lines, index, found, line);
  else takeRest(reading, found, line);
};

const isHeaderText = (found: LineClass): boolean =>
  found.kind === 'text' || found.kind === 'bullet' || found.kind === 'table' || found.kind === 'footnote';

/** Reads every line once, in order. */
export const readLines = (lines: readonly SourceLine[]): Reading => {
  const reading = new Reading();
  let skipTo = 0;
  lines.forEach((line, index) => {
    if (index < skipTo) return;
    const found = classify(lines, index);
    if (found.kind === 'bold') skipTo = found.last + 1;
    if (reading.inHeader && isHeaderText(found)) {
      takeHeaderText(reading, found, line);
      return;
    }
    if (['heading', 'bold', 'numbered'].includes(found.kind)) reading.inHeader = false;
    takeContent(reading, lines, index, found, line);
    const isBreak = found.kind === 'blank' || found.kind === 'pageHeader';
    reading.afterBreak = isBreak;
    if (!isBreak) reading.pageHeaderLine = null;
  });
  return reading;
};
