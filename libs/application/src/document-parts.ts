import { createHash } from 'node:crypto';
import type {
  CalendarDate,
  ConvertedSource,
  DocumentHeader,
  DocumentParagraph,
  ImportWarning,
  WorkingDocumentImport,
} from '../../domain/src/index.ts';
import type { ParsedWorkingDocument } from '../../documents/src/index.ts';
import { uuidV5 } from '../../event-store/src/index.ts';

/** Name and version of the importer, kept with each import. */
const importer = 'working-document/1';
/** Characters in one part of the text; four bytes each stay below the limit of one event. */
const textPartLength = 64 * 1024;
const paragraphPartBytes = 128 * 1024;

/** A document is its bytes: the same bytes are the same document. */
export const documentIdOf = (bytes: Uint8Array): { readonly documentId: string; readonly sha256: string } => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { documentId: uuidV5(`document/${sha256}`), sha256 };
};

/** Whether a cut here would part a surrogate pair. */
const splitsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
};

/** The text in parts that fit into one event each; joined they are the text. */
export const textParts = (text: string): readonly string[] => {
  const parts: string[] = [];
  for (let begin = 0; begin < text.length;) {
    const wanted = Math.min(begin + textPartLength, text.length);
    const end = wanted < text.length && splitsPair(text, wanted) ? wanted - 1 : wanted;
    parts.push(text.slice(begin, end));
    begin = end;
  }
  return parts;
};

/** Paragraphs in parts that fit into one event each; a paragraph is never cut. */
export const inParts = (paragraphs: readonly DocumentParagraph[]): readonly (readonly DocumentParagraph[])[] => {
  const parts: DocumentParagraph[][] = [];
  let room = 0;
  for (const paragraph of paragraphs) {
    const size = Buffer.byteLength(JSON.stringify(paragraph));
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = paragraphPartBytes;
    }
    parts.at(-1)?.push(paragraph);
    room -= size;
  }
  return parts;
};

/** Paragraphs of body and annex as the record keeps them. */
export const paragraphsOf = ({ parts: { body, annex } }: ParsedWorkingDocument): readonly DocumentParagraph[] =>
  [...body.paragraphs, ...(annex?.paragraphs ?? [])].map(({ id, number, section, line, text, bullets, trailing }) => ({
    id,
    number,
    section,
    line,
    text,
    bullets: bullets.map((bullet) => ({ index: bullet.index, letter: bullet.letter, text: bullet.text, line: bullet.line })),
    trailing,
  }));

const pairOf = (sessions: readonly number[]): readonly [number, number] | null => {
  const [first, second] = sessions;
  return first === undefined || second === undefined ? null : [first, second];
};

const headerOf = ({ document }: ParsedWorkingDocument): DocumentHeader => ({
  symbol: document.code?.raw ?? null,
  committee: document.committee,
  sessionNumbers: pairOf(document.sessions ?? []),
  sessionStart: (document.sessionDates?.start ?? null) as CalendarDate | null,
  sessionEnd: (document.sessionDates?.end ?? null) as CalendarDate | null,
  place: document.place,
  documentDate: document.documentDate as CalendarDate | null,
  title: document.title,
  subtitle: document.subtitle,
  agendaItem: document.agendaItem?.raw ?? null,
});

/** What an import is made from, beside what was read of it. */
interface ImportedSource {
  readonly documentId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly textParts: number;
  readonly paragraphParts: number;
  /** Null for a document that came as text. */
  readonly converted: ConvertedSource | null;
  readonly conversionWarnings: readonly ImportWarning[];
}

/** The import as the record keeps it. */
export const toImport = (
  parsed: ParsedWorkingDocument,
  { converted, conversionWarnings, ...source }: ImportedSource,
): WorkingDocumentImport => ({
  ...source,
  importer,
  header: headerOf(parsed),
  annexTitle: parsed.parts.annex?.title ?? null,
  annexSource: parsed.parts.annex?.sourceDocument ?? null,
  sections: [...parsed.parts.body.sections, ...(parsed.parts.annex?.sections ?? [])].map(({ id, title, line }) => ({ id, title, line })),
  guidanceRequests: parsed.guidanceRequests.map(({ ref, paragraph, leadIn, text, line }) => ({ ref, paragraph, leadIn, text, line })),
  themes: parsed.themes.map(({ order, label, paragraph }) => ({ order, label, paragraph })),
  crossReferences: parsed.crossReferences.map(({ from, raw, refersTo }) => ({ from, raw, refersTo })),
  documentReferences: parsed.documentReferences,
  warnings: [...conversionWarnings, ...parsed.warnings],
  ...(converted === null ? {} : { source: converted }),
});
