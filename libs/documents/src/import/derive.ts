import { citedSymbols } from './header.ts';
import type { ParsedCrossReference, ParsedGuidanceRequest, ParsedParagraph, ParsedPart, ParsedTheme } from './parsed-document.ts';

/** A bullet's words without the mark that ends it in its list. */
const withoutEnd = (text: string): string =>
  text.replace(/;? ?(?:and|et)?[;.,]?$/u, (end) => (/^(?:; ?(?:and|et)|[;.,])$/u.test(end.trim()) ? '' : end)).trim();

const expectedOutcome = /^(?:expected outcomes?|résultats? attendus?) ?:?$/i;

/** Whether a section asks the delegates for something. */
export const isExpectedOutcome = (title: string): boolean => expectedOutcome.test(title);

const addresseeOf = (leadIn: string): string => {
  const english = /delegates to the (\p{L}{2,20})/iu.exec(leadIn)?.[1];
  if (english !== undefined) return `${english} delegates`;
  return /^(.{3,80}?) (?:is|are|est|sont) (?:requested|invited|invitée?s?|priée?s?) /iu.exec(leadIn)?.[1] ?? 'delegates';
};

const requestsOf = (paragraph: ParsedParagraph): readonly Omit<ParsedGuidanceRequest, 'ref'>[] => {
  const leadIn = paragraph.text.replace(/ ?:$/, '');
  if (paragraph.bullets.length === 0) {
    return [
      {
        paragraph: paragraph.id,
        addressee: addresseeOf(paragraph.text),
        leadIn: '',
        text: withoutEnd(paragraph.text),
        line: paragraph.line,
      },
    ];
  }
  return paragraph.bullets.map(({ text, line }) => ({
    paragraph: paragraph.id,
    addressee: addresseeOf(leadIn),
    leadIn,
    text: withoutEnd(text),
    line,
  }));
};

/** One request per bullet of "Expected Outcome"; the whole paragraph when it has no bullets (BR-02). */
export const guidanceRequestsOf = ({ sections, paragraphs }: ParsedPart): readonly ParsedGuidanceRequest[] => {
  const asking = sections.filter(({ title }) => isExpectedOutcome(title)).map(({ id }) => id);
  const requests = paragraphs.filter(({ section }) => section !== null && asking.includes(section)).flatMap(requestsOf);
  return requests.map((request, index) => ({ ref: `GR-${index + 1}`, ...request }));
};

/** The bullets of the first body paragraph that speaks of priorities. */
export const themesOf = ({ paragraphs }: ParsedPart): readonly ParsedTheme[] => {
  const list = paragraphs.find(({ text, bullets }) => bullets.length > 0 && /priorit(?:y|ies|é)/i.test(text));
  return (list?.bullets ?? []).map(({ text, line }, index) => ({
    order: index + 1,
    label: withoutEnd(text),
    paragraph: list?.id ?? '',
    line,
  }));
};

const crossReference = /paragraphe?s? (\d{1,3}) (?:to|and|à|et) (\d{1,3}) (?:above|below|ci-dessus|ci-dessous)/gi;

const textsOf = ({ text, bullets, trailing }: ParsedParagraph): string =>
  [text, ...bullets.map((bullet) => bullet.text), ...trailing.map((piece) => piece.text)].join('\n');

type IdsByNumber = Readonly<Record<number, string>>;

/** Paragraph ids by printed number; the first that carries it. */
const idsByNumber = ({ paragraphs }: ParsedPart): IdsByNumber =>
  Object.fromEntries(paragraphs.toReversed().map(({ number, id }) => [number, id]));

const resolve = (ids: IdsByNumber, first: number, last: number): readonly string[] | null => {
  if (last < first || last - first > 200) return null;
  const found = Array.from({ length: last - first + 1 }, (_, index) => ids[first + index]);
  return found.every((id) => id !== undefined) ? found : null;
};

/** More references than any document of paragraphs makes; a text that has more is not one. */
export const maxCrossReferences = 5_000;

/**
 * References from one paragraph to others. Inside an extract they count the paragraphs of the document it was taken from and
 * are left unresolved: never linked to the paragraphs that happen to have those numbers here.
 *
 * @returns at most `maxCrossReferences` and one
 */
export const crossReferencesOf = (part: ParsedPart): readonly ParsedCrossReference[] => {
  const ids = part.sourceDocument === null ? idsByNumber(part) : {};
  const mentions = part.paragraphs.flatMap((paragraph) =>
    [...textsOf(paragraph).matchAll(crossReference)].map(([raw, first = '', last = '']) => ({ from: paragraph.id, raw, first, last })),
  );
  return mentions.slice(0, maxCrossReferences + 1).map(({ from, raw, first, last }) => ({
    from,
    raw,
    range: [Number(first), Number(last)] as const,
    resolved: resolve(ids, Number(first), Number(last)),
    refersTo: part.sourceDocument,
  }));
};

/** Other documents that this one cites, each once, in order; its own symbol is none. */
export const documentReferencesOf = (parts: readonly ParsedPart[], own: string | null): readonly string[] => {
  const texts = parts.flatMap((part) => [...part.paragraphs.map(textsOf), ...part.sections.map(({ title }) => title), part.title ?? '']);
  return [...new Set(texts.flatMap(citedSymbols))].filter((symbol) => symbol !== own);
};

/** Addresses in angle brackets; kept as text, never fetched. */
export const linksOf = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => [...text.matchAll(/<(https?:[^<>\s]{1,2000})>/g)].map(([, link = '']) => link));
