import { same } from '../kernel/index.ts';
import type { DocumentDifference, Renamed } from './difference.values.ts';
import type { DocumentHeader, DocumentParagraph, ProposedGuidanceRequest } from './document.events.ts';

/** What two editions are compared by. */
export interface ReadDocument {
  readonly header: DocumentHeader;
  /** Body and annex, in the order of the document. */
  readonly paragraphs: readonly DocumentParagraph[];
  readonly guidanceRequests: readonly ProposedGuidanceRequest[];
}

const wordsOf = ({ text, bullets, trailing }: DocumentParagraph): string =>
  JSON.stringify([text, bullets.map((bullet) => bullet.text), trailing.map((line) => line.text)]);

/** Places by words; the sign before each key keeps words from being taken for members that every object has. */
const placesByWords = (words: readonly string[]): Readonly<Record<string, readonly number[]>> => {
  const places: Record<string, number[]> = {};
  words.forEach((one, place) => {
    (places[`=${one}`] ??= []).push(place);
  });
  return places;
};

/** For each earlier paragraph the place of the later one with the same words, under the same number if there is one; -1 for none. */
const matches = (earlier: readonly DocumentParagraph[], later: readonly DocumentParagraph[]): readonly number[] => {
  const places = placesByWords(later.map(wordsOf));
  const taken: boolean[] = [];
  const take = (place: number | undefined): number => {
    if (place === undefined) return -1;
    taken[place] = true;
    return place;
  };
  const atHome = earlier.map((paragraph) =>
    take(places[`=${wordsOf(paragraph)}`]?.find((place) => later[place]?.id === paragraph.id && taken[place] !== true)),
  );
  return atHome.map((place, index) => {
    if (place >= 0) return place;
    const paragraph = earlier[index];
    return paragraph === undefined ? -1 : take(places[`=${wordsOf(paragraph)}`]?.find((one) => taken[one] !== true));
  });
};

interface Loose {
  readonly id: string;
  /** Place in the later edition of the paragraph before it that stands in both; -1 at the beginning. */
  readonly after: number;
}

const looseEarlier = (earlier: readonly DocumentParagraph[], matched: readonly number[]): readonly Loose[] => {
  let after = -1;
  return earlier.flatMap(({ id }, index) => {
    const place = matched[index] ?? -1;
    if (place < 0) return [{ id, after }];
    after = place;
    return [];
  });
};

const looseLater = (later: readonly DocumentParagraph[], matched: readonly number[]): readonly Loose[] => {
  const kept = new Set(matched);
  let after = -1;
  return later.flatMap(({ id }, place) => {
    if (!kept.has(place)) return [{ id, after }];
    after = place;
    return [];
  });
};

/** What stands in neither edition's words but in the same place: the nth after the same neighbour. */
const pairUp = (from: readonly Loose[], to: readonly Loose[]): readonly Renamed[] => {
  const waiting: Record<number, string[]> = {};
  for (const { id, after } of to) (waiting[after] ??= []).push(id);
  return from.flatMap(({ id, after }) => {
    const partner = waiting[after]?.shift();
    return partner === undefined ? [] : [{ from: id, to: partner }];
  });
};

const changedFields = (a: DocumentHeader, b: DocumentHeader): readonly string[] =>
  Object.keys(a).filter((field) => !same(Reflect.get(a, field), Reflect.get(b, field)));

const requestsOf = (
  earlier: readonly ProposedGuidanceRequest[],
  later: readonly ProposedGuidanceRequest[],
): DocumentDifference['requests'] => {
  const find = (list: readonly ProposedGuidanceRequest[], ref: string) => list.find((request) => request.ref === ref);
  const words = (request?: ProposedGuidanceRequest) => [request?.leadIn, request?.text];
  const refs = later.map(({ ref }) => ref);
  return {
    added: refs.filter((ref) => find(earlier, ref) === undefined),
    removed: earlier.map(({ ref }) => ref).filter((ref) => !refs.includes(ref)),
    changed: earlier.map(({ ref }) => ref).filter((ref) => refs.includes(ref) && !same(words(find(earlier, ref)), words(find(later, ref)))),
  };
};

/** What a later edition changes (BR-29): words first, numbers second, so that an inserted paragraph is one addition and no rewriting. */
export const differenceOf = (earlier: ReadDocument, later: ReadDocument): DocumentDifference => {
  const matched = matches(earlier.paragraphs, later.paragraphs);
  const [left, come] = [looseEarlier(earlier.paragraphs, matched), looseLater(later.paragraphs, matched)];
  const changed = pairUp(left, come);
  const pairs = earlier.paragraphs.flatMap(({ id }, index) => {
    const to = later.paragraphs[matched[index] ?? -1]?.id;
    return to === undefined ? [] : [{ from: id, to }];
  });
  return {
    header: changedFields(earlier.header, later.header),
    added: come.map(({ id }) => id).filter((id) => !changed.some(({ to }) => to === id)),
    removed: left.map(({ id }) => id).filter((id) => !changed.some(({ from }) => from === id)),
    changed,
    renumbered: pairs.filter(({ from, to }) => from !== to),
    unchanged: pairs.filter(({ from, to }) => from === to).length,
    requests: requestsOf(earlier.guidanceRequests, later.guidanceRequests),
  };
};
