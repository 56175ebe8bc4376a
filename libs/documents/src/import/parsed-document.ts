/** What the importer reads out of a working document. The order of keys is that of the printed JSON. */
export interface ParsedWorkingDocument {
  readonly document: ParsedHeader;
  readonly parts: { readonly body: ParsedPart; readonly annex: ParsedPart | null };
  readonly guidanceRequests: readonly ParsedGuidanceRequest[];
  readonly themes: readonly ParsedTheme[];
  readonly crossReferences: readonly ParsedCrossReference[];
  readonly documentReferences: readonly string[];
  readonly warnings: readonly ParsedWarning[];
}

export interface ParsedCode {
  readonly raw: string;
  readonly series: string;
  readonly number: number;
  readonly language: 'E' | 'F';
  readonly version: number | null;
  readonly suffix: string | null;
  readonly from: 'cover' | 'running-header';
  readonly line: number;
}

export interface ParsedHeader {
  readonly code: ParsedCode | null;
  readonly sessions: readonly number[] | null;
  readonly sessionDates: { readonly start: string; readonly end: string; readonly raw: string } | null;
  readonly place: string | null;
  readonly documentDate: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly agendaItem: {
    readonly roman: string;
    readonly number: number;
    readonly sub: string | null;
    readonly raw: string;
    readonly line: number;
  } | null;
  readonly committee: string | null;
}

export interface ParsedPart {
  readonly title: string | null;
  readonly sourceDocument: string | null;
  readonly sections: readonly ParsedSection[];
  readonly paragraphs: readonly ParsedParagraph[];
}

export interface ParsedSection {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly style: 'markdown' | 'bold' | 'plain';
  /** Heading level where the style has one; says nothing about nesting. */
  readonly level: number | null;
}

export interface ParsedParagraph {
  /** `B1` … in the body, `A1` … in the annex; never repeated within a document. */
  readonly id: string;
  /** As printed. */
  readonly number: number;
  readonly section: string | null;
  readonly line: number;
  readonly text: string;
  readonly bullets: readonly ParsedBullet[];
  readonly trailing: readonly { readonly text: string; readonly line: number }[];
  /** Lines joined across a page break: shown to the person who confirms. */
  readonly joins: readonly { readonly line: number }[];
  readonly links: readonly string[];
}

export interface ParsedBullet {
  readonly index: number;
  readonly letter: string | null;
  readonly text: string;
  readonly line: number;
  readonly indent: number;
}

export interface ParsedGuidanceRequest {
  readonly ref: string;
  readonly paragraph: string;
  readonly addressee: string;
  readonly leadIn: string;
  readonly text: string;
  readonly line: number;
}

export interface ParsedTheme {
  readonly order: number;
  readonly label: string;
  readonly paragraph: string;
  readonly line: number;
}

export interface ParsedCrossReference {
  readonly from: string;
  readonly raw: string;
  readonly range: readonly [number, number];
  readonly resolved: readonly string[] | null;
  readonly refersTo: string | null;
}

export interface ParsedWarning {
  readonly code: WarningCode;
  readonly line: number | null;
  readonly message: string;
}

export type WarningCode =
  | 'ANNEX_INFERRED'
  | 'CODE_MISMATCH'
  | 'DANGLING_CROSS_REFERENCE'
  | 'DATE_SUSPECT'
  | 'FOOTNOTE'
  | 'HEADER_FIELD_MISSING'
  | 'LIST_SPLIT_BY_PAGE_HEADER'
  | 'NO_EXPECTED_OUTCOME'
  | 'NUMBER_GAP'
  | 'ORPHAN_LINE'
  | 'PARAGRAPH_JOINED_ACROSS_BREAK'
  | 'SECOND_ANNEX'
  | 'SESSION_NUMBERS_SUSPECT'
  | 'STRAY_DASH'
  | 'TABLE_KEPT_AS_TEXT'
  | 'UNNUMBERED_PARAGRAPH';

export type ParseRefusal =
  | { readonly code: 'document.too_many_lines'; readonly lines: number; readonly maxLines: number }
  | { readonly code: 'document.no_numbered_paragraph' }
  | { readonly code: 'document.too_many_references'; readonly maxReferences: number };
