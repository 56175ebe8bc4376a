import { crossReferencesOf, documentReferencesOf, maxCrossReferences, guidanceRequestsOf, linksOf, themesOf } from './derive.ts';
import type {
  ParsedCrossReference,
  ParsedHeader,
  ParsedParagraph,
  ParsedPart,
  ParsedWarning,
  ParsedWorkingDocument,
  ParseRefusal,
} from './parsed-document.ts';
import { maxLines, toLines } from './prepare.ts';
import { readLines } from './read-lines.ts';
import type { OpenParagraph, OpenPart, Reading } from './reading.ts';

const closeParagraph = ({ id, number, section, line, text, bullets, trailing, joins }: OpenParagraph): ParsedParagraph => ({
  id,
  number,
  section,
  line,
  text,
  bullets,
  trailing,
  joins,
  links: linksOf([text, ...bullets.map((bullet) => bullet.text), ...trailing.map((piece) => piece.text)]),
});

const closePart = ({ title, sourceDocument, sections, paragraphs }: OpenPart): ParsedPart => ({
  title,
  sourceDocument,
  sections,
  paragraphs: paragraphs.map(closeParagraph),
});

const wantedFields = ['code', 'sessions', 'sessionDates', 'place', 'documentDate', 'title', 'agendaItem'] as const;

const headerWarnings = (header: ParsedHeader): readonly ParsedWarning[] => {
  const missing = wantedFields
    .filter((field) => header[field] === null)
    .map((field) => ({ code: 'HEADER_FIELD_MISSING', line: null, message: `header field "${field}" not found` }) as const);
  const [first = 1, second = 2] = header.sessions ?? [];
  const pair = first % 2 === 1 && second === first + 1;
  return pair
    ? missing
    : [
        ...missing,
        { code: 'SESSION_NUMBERS_SUSPECT', line: null, message: `sessions ${first}/${second} are not a pair, odd number first` },
      ];
};

const suspectDays = 180;

const dayOf = (isoDate: string): number => {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear;
};

const dateWarnings = ({ documentDate, sessionDates }: ParsedHeader): readonly ParsedWarning[] => {
  if (documentDate === null || sessionDates === null) return [];
  const days = Math.abs(dayOf(sessionDates.start) - dayOf(documentDate));
  if (days <= suspectDays) return [];
  return [{ code: 'DATE_SUSPECT', line: null, message: `dated ${documentDate}, ${days} days from the session of ${sessionDates.start}` }];
};

const referenceWarning = ({ from, raw, refersTo, resolved }: ParsedCrossReference, part: ParsedPart): readonly ParsedWarning[] => {
  if (resolved !== null) return [];
  const line = part.paragraphs.find(({ id }) => id === from)?.line ?? null;
  const why = refersTo === null ? 'points to paragraphs that are not here' : `counts paragraphs of ${refersTo}, not of this Annex`;
  return [{ code: 'DANGLING_CROSS_REFERENCE', line, message: `"${raw}" in ${from} ${why}` }];
};

const assemble = (reading: Reading): ParsedWorkingDocument => {
  const body = closePart(reading.body);
  const annex = reading.annex === null ? null : closePart(reading.annex);
  const parts = annex === null ? [body] : [body, annex];
  const guidanceRequests = guidanceRequestsOf(body);
  const references = parts.map((part) => ({ part, found: crossReferencesOf(part) }));
  const dangling = references.flatMap(({ part, found }) => found.flatMap((reference) => referenceWarning(reference, part)));
  const noOutcome: readonly ParsedWarning[] =
    guidanceRequests.length > 0
      ? []
      : [{ code: 'NO_EXPECTED_OUTCOME', line: null, message: 'no section "Expected Outcome": the document asks for nothing' }];
  return {
    document: reading.header,
    parts: { body, annex },
    guidanceRequests,
    themes: themesOf(body),
    crossReferences: references.flatMap(({ found }) => found),
    documentReferences: documentReferencesOf(parts, reading.header.code?.raw ?? null),
    warnings: [...reading.warnings, ...headerWarnings(reading.header), ...dateWarnings(reading.header), ...dangling, ...noOutcome],
  };
};

/**
 * Reads the structure of a working document from its text (`document-import.md` §2 to §5).
 *
 * Whatever is odd becomes a warning for the person who confirms; only a text without a single numbered paragraph, or with more
 * than 50,000 lines or 5,000 references, is refused.
 */
export const parseWorkingDocument = (text: string): ParsedWorkingDocument | ParseRefusal => {
  const lines = toLines(text);
  if (lines.length > maxLines) return { code: 'document.too_many_lines', lines: lines.length, maxLines };
  const reading = readLines(lines);
  if (reading.body.paragraphs.length === 0 && (reading.annex?.paragraphs.length ?? 0) === 0)
    return { code: 'document.no_numbered_paragraph' };
  const document = assemble(reading);
  return document.crossReferences.length > maxCrossReferences
    ? { code: 'document.too_many_references', maxReferences: maxCrossReferences }
    : document;
};
