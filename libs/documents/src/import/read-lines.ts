import { citedSymbols, readAgendaItem } from './header.ts';
import { classify, isFinished, looksLikeHeading, type LineClass } from './lines.ts';
import type { SourceLine } from './prepare.ts';
import { Reading, type OpenParagraph } from './reading.ts';

type Classified<K extends LineClass['kind']> = Extract<LineClass, { kind: K }>;

const annexHeading = /^ANNEXE?(?: [IVXLC\d]{1,6})?(?: (?:to|au|à) .{1,80})?$/i;

const takeHeading = (
  reading: Reading,
  { level, title }: { readonly level: number | null; readonly title: string },
  line: SourceLine,
  style: 'markdown' | 'bold',
): void => {
  const { header } = reading;
  if (annexHeading.test(title)) {
    reading.startAnnex(line.number);
    return;
  }
  if (reading.body.paragraphs.length === 0 && header.agendaItem === null) {
    header.agendaItem = readAgendaItem(title, line.number);
    if (header.agendaItem !== null) return;
  }
  const first = reading.body.paragraphs.length === 0 && reading.body.sections.length === 0 && reading.annex === null;
  if (first && header.title === null && (level ?? 2) <= 2) header.title = title;
  else if (first && header.subtitle === null && (level === 3 || (level === null && header.agendaItem === null && header.title !== null)))
    header.subtitle = title;
  else reading.addSection(title, line.number, style, level);
};

const takeBold = (reading: Reading, { title }: Classified<'bold'>, line: SourceLine): void => {
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
const inferAnnex = (reading: Reading, line: SourceLine): void => {
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

const idFor = (reading: Reading, number: number, suffix: string): string => {
  const prefix = reading.annex === null ? 'B' : reading.annexNumber > 1 ? `A${reading.annexNumber}-` : 'A';
  const base = `${prefix}${number}${suffix}`;
  const taken = reading.part.paragraphs.filter(({ id }) => id === base || id.startsWith(`${base}/`)).length;
  return taken === 0 ? base : `${base}/${taken + 1}`;
};

/** Number of the last paragraph of the numbering that is running; 0 at its start. */
const lastNumber = (reading: Reading): number => {
  const { paragraphs } = reading.part;
  const prefix = reading.annexNumber > 1 ? `A${reading.annexNumber}-` : '';
  return paragraphs.findLast(({ id }) => id.startsWith(prefix))?.number ?? 0;
};

const takeNumbered = (reading: Reading, { number, suffix, text }: Classified<'numbered'>, line: SourceLine): void => {
  const before = lastNumber(reading);
  const restarts = number === 1 && suffix === '' && before > 1;
  if (restarts && reading.annex === null) inferAnnex(reading, line);
  else if (restarts) reading.startAnnex(line.number);
  else if (suffix === '' ? number !== before + 1 : number !== before)
    reading.warn('NUMBER_GAP', line.number, `paragraph ${number}${suffix} follows paragraph ${before}`);
  reading.awaitsTitle = false;
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
};

const takeBullet = (reading: Reading, open: OpenParagraph, { letter, text }: Classified<'bullet'>, line: SourceLine): void => {
  if (reading.pageHeaderLine !== null && open.bullets.length > 0) {
    reading.warn('LIST_SPLIT_BY_PAGE_HEADER', reading.pageHeaderLine, `list of paragraph ${open.number} goes on after the page header`);
  }
  open.bullets.push({ index: open.bullets.length + 1, letter, text, line: line.number, indent: line.indent });
};

const join = (reading: Reading, open: OpenParagraph, line: SourceLine): void => {
  const target = open.trailing.at(-1) ?? open.bullets.at(-1) ?? open;
  target.text = `${target.text} ${line.clean}`;
  open.joins.push({ line: line.number });
  if (reading.afterBreak)
    reading.warn('PARAGRAPH_JOINED_ACROSS_BREAK', line.number, `joined to ${reading.partName} paragraph ${open.number}`);
};

const lastText = ({ text, bullets, trailing }: OpenParagraph): string => trailing.at(-1)?.text ?? bullets.at(-1)?.text ?? text;

const keepTrailing = (open: OpenParagraph, line: SourceLine): void => {
  open.trailing.push({ text: line.clean, line: line.number });
};

const nextIsNumbered = (lines: readonly SourceLine[], index: number): boolean => {
  const next = lines.findIndex(({ trimmed }, at) => at > index && trimmed !== '');
  return next > 0 && classify(lines, next).kind === 'numbered';
};

const takeText = (reading: Reading, lines: readonly SourceLine[], index: number, line: SourceLine): void => {
  const { open } = reading;
  if (open !== null && !isFinished(lastText(open))) {
    join(reading, open, line);
  } else if (looksLikeHeading(line.clean) && nextIsNumbered(lines, index)) {
    reading.addSection(line.clean, line.number, 'plain', null);
  } else if (open !== null) {
    keepTrailing(open, line);
    reading.warn('UNNUMBERED_PARAGRAPH', line.number, `kept as trailing text of ${reading.partName} paragraph ${open.number}`);
  } else {
    reading.warn('ORPHAN_LINE', line.number, `"${line.clean.slice(0, 60)}" belongs to no paragraph`);
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
  if (open !== null) keepTrailing(open, line);
};

const takeMark = (reading: Reading, found: Classified<'loneDash' | 'separator' | 'pageHeader'>, line: SourceLine): void => {
  if (found.kind === 'pageHeader') {
    reading.takeCode(line);
    reading.pageHeaderLine = line.number;
  } else if (found.kind === 'separator') {
    reading.asterisks += found.asterisks;
    if (reading.asterisks >= 3) reading.startAnnex(line.number);
  } else if (!reading.inHeader) {
    reading.warn('STRAY_DASH', line.number, 'lone dash dropped');
  }
};

const takeContent = (reading: Reading, lines: readonly SourceLine[], index: number, found: LineClass, line: SourceLine): void => {
  switch (found.kind) {
    case 'blank':
      return;
    case 'loneDash':
    case 'separator':
    case 'pageHeader':
      takeMark(reading, found, line);
      return;
    case 'heading':
      takeHeading(reading, found, line, 'markdown');
      return;
    case 'bold':
      takeBold(reading, found, line);
      return;
    case 'numbered':
      takeNumbered(reading, found, line);
      return;
    case 'bullet':
      if (reading.open === null) takeText(reading, lines, index, line);
      else takeBullet(reading, reading.open, found, line);
      return;
    case 'table':
    case 'footnote':
      takeAside(reading, found.kind, line);
      return;
    case 'text':
      takeText(reading, lines, index, line);
  }
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
      reading.takeHeaderLine(line);
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
