import { committeeOf, readAgendaItem, readCode, readDateRange, readPlaceAndDate, readSessions } from './header.ts';
import type { ParsedCode, ParsedHeader, ParsedSection, ParsedWarning, WarningCode } from './parsed-document.ts';
import type { SourceLine } from './prepare.ts';

export type PartName = 'body' | 'annex';

export interface OpenBullet {
  index: number;
  letter: string | null;
  text: string;
  line: number;
  indent: number;
}

export interface OpenParagraph {
  id: string;
  number: number;
  section: string | null;
  line: number;
  text: string;
  bullets: OpenBullet[];
  trailing: { text: string; line: number }[];
  joins: { line: number }[];
}

export interface OpenPart {
  title: string | null;
  sourceDocument: string | null;
  sections: ParsedSection[];
  paragraphs: OpenParagraph[];
}

/** What has been read so far, line by line. */
export class Reading {
  readonly warnings: ParsedWarning[] = [];
  readonly body: OpenPart = { title: null, sourceDocument: null, sections: [], paragraphs: [] };
  annex: OpenPart | null = null;
  /** 1 for the first annex, 2 … for those after it. */
  annexNumber = 0;
  header: { -readonly [K in keyof ParsedHeader]: ParsedHeader[K] } = {
    code: null,
    sessions: null,
    sessionDates: null,
    place: null,
    documentDate: null,
    title: null,
    subtitle: null,
    agendaItem: null,
    committee: null,
  };
  /** Before the first heading or numbered paragraph. */
  inHeader = true;
  open: OpenParagraph | null = null;
  /** The piece of text that was read last: whether it ended says whether the next line goes on with it. */
  lastPiece = '';
  /** How often a paragraph id was printed so far: a repeated one gets a number behind it. */
  readonly timesUsed: Record<string, number> = {};
  section: string | null = null;
  asterisks = 0;
  /** The annex has begun and waits for its title. */
  awaitsTitle = false;
  /** Line of a running page header after which nothing has been read yet. */
  pageHeaderLine: number | null = null;
  /** A blank line or page header stands between the last text and this line. */
  afterBreak = false;

  get partName(): PartName {
    return this.annex === null ? 'body' : 'annex';
  }

  get part(): OpenPart {
    return this.annex ?? this.body;
  }

  warn(code: WarningCode, line: number | null, message: string): void {
    this.warnings.push({ code, line, message });
  }

  addSection(title: string, line: number, style: ParsedSection['style'], level: number | null): void {
    const { sections } = this.part;
    const id = `${this.annex === null ? 'B' : 'A'}-s${sections.length + 1}`;
    sections.push({ id, title, line, style, level });
    this.section = id;
    this.open = null;
    this.awaitsTitle = false;
  }

  startAnnex(line: number): void {
    this.annexNumber += 1;
    if (this.annex === null) this.annex = { title: null, sourceDocument: null, sections: [], paragraphs: [] };
    else this.warn('SECOND_ANNEX', line, `annex ${this.annexNumber} begins; its paragraphs are numbered A${this.annexNumber}-1 and on`);
    this.awaitsTitle = true;
    this.section = null;
    this.open = null;
    this.asterisks = 0;
  }

  takeCode(line: SourceLine): void {
    const found = readCode(line.clean, this.inHeader ? 'cover' : 'running-header', line.number);
    if (found === null) return;
    if (this.header.code === null) this.setCode(found);
    else if (this.header.code.raw !== found.raw)
      this.warn('CODE_MISMATCH', line.number, `the document is ${this.header.code.raw}, this page says ${found.raw}`);
  }

  setCode(code: ParsedCode): void {
    this.header.code = code;
    this.header.committee = committeeOf(code.series);
  }

  /** Fills header fields that are still empty from one line. @returns whether the line says anything that a header says */
  takeHeaderLine({ clean, number }: SourceLine): boolean {
    const placeAndDate = readPlaceAndDate(clean);
    const found = {
      sessions: readSessions(clean),
      sessionDates: placeAndDate === null ? readDateRange(clean) : null,
      place: placeAndDate?.place ?? null,
      documentDate: placeAndDate?.date ?? null,
      agendaItem: readAgendaItem(clean, number),
    };
    const empty = Object.entries(found).filter(([field]) => this.header[field as keyof typeof found] === null);
    Object.assign(this.header, Object.fromEntries(empty));
    return Object.values(found).some((value) => value !== null);
  }
}
