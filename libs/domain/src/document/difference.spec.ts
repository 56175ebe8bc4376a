import { describe, expect, it } from '@jest/globals';
import { on } from '../../../../test/support/domain.ts';
import { differenceOf, isLaterEdition, type DocumentHeader, type DocumentParagraph, type ReadDocument } from './index.ts';

const header: DocumentHeader = {
  symbol: 'PC0410E1',
  committee: 'PTC',
  sessionNumbers: [207, 208],
  sessionStart: on('2015-03-03'),
  sessionEnd: on('2015-03-06'),
  place: 'Brussels',
  documentDate: on('2015-01-29'),
  title: 'T',
  subtitle: null,
  agendaItem: null,
};
const paragraph = (id: string, text: string, bullets: readonly string[] = []): DocumentParagraph => ({
  id,
  number: Number(id.slice(1)),
  section: null,
  line: 1,
  text,
  bullets: bullets.map((one, index) => ({ index, letter: null, text: one, line: 1 })),
  trailing: [],
});
const document = (paragraphs: readonly DocumentParagraph[], more: Partial<ReadDocument> = {}): ReadDocument => ({
  header,
  paragraphs,
  guidanceRequests: [],
  ...more,
});
const nothing = differenceOf(document([]), document([]));

describe('the difference between two editions', () => {
  const [one, two, three] = [paragraph('B1', 'One'), paragraph('B2', 'Two'), paragraph('B3', 'Three')];
  it('is nothing between equal ones', () => {
    expect(differenceOf(document([one, two]), document([one, two]))).toStrictEqual({
      header: [],
      added: [],
      removed: [],
      changed: [],
      renumbered: [],
      unchanged: 2,
      requests: { added: [], removed: [], changed: [] },
    });
  });
  it('takes an inserted paragraph for one addition', () => {
    const later = [one, paragraph('B2', 'New'), paragraph('B3', 'Two'), paragraph('B4', 'Three')];
    expect(differenceOf(document([one, two, three]), document(later))).toStrictEqual({
      ...nothing,
      added: ['B2'],
      renumbered: [
        { from: 'B2', to: 'B3' },
        { from: 'B3', to: 'B4' },
      ],
      unchanged: 1,
    });
  });
  it('takes a dropped paragraph for one removal', () => {
    expect(differenceOf(document([one, two, three]), document([paragraph('B1', 'Two'), paragraph('B2', 'Three')]))).toStrictEqual({
      ...nothing,
      removed: ['B1'],
      renumbered: [
        { from: 'B2', to: 'B1' },
        { from: 'B3', to: 'B2' },
      ],
    });
  });
  it('takes other words in one place for a change, also where everything moved', () => {
    const later = [paragraph('B1', 'New'), paragraph('B2', 'One'), paragraph('B3', 'Two, amended'), paragraph('B4', 'Three')];
    expect(differenceOf(document([one, two, three]), document(later))).toStrictEqual({
      ...nothing,
      added: ['B1'],
      changed: [{ from: 'B2', to: 'B3' }],
      renumbered: [
        { from: 'B1', to: 'B2' },
        { from: 'B3', to: 'B4' },
      ],
    });
  });
  it('sees a bullet that changed', () => {
    const [before, after] = [paragraph('B1', 'By:', ['sharing']), paragraph('B1', 'By:', ['suggesting'])];
    expect(differenceOf(document([before]), document([after])).changed).toStrictEqual([{ from: 'B1', to: 'B1' }]);
  });
  it('keeps equal paragraphs at home when their words come twice', () => {
    const twice = [paragraph('B1', 'Same'), paragraph('B2', 'Same')];
    expect(differenceOf(document(twice), document(twice))).toStrictEqual({ ...nothing, unchanged: 2 });
    expect(differenceOf(document(twice), document([paragraph('B1', 'Same')])).removed).toStrictEqual(['B2']);
  });
  it('is not misled by words that every object knows', () => {
    expect(differenceOf(document([paragraph('B1', '__proto__')]), document([paragraph('B1', 'constructor')])).changed).toStrictEqual([
      { from: 'B1', to: 'B1' },
    ]);
  });
  it('names header fields and requests', () => {
    const request = (ref: string, text: string) => ({ ref, paragraph: 'B16', leadIn: 'By:', text, line: 1 });
    const [earlier, later] = [
      document([], { guidanceRequests: [request('GR-1', 'a'), request('GR-2', 'b'), request('GR-3', 'c')] }),
      document([], {
        header: { ...header, title: 'Other' },
        guidanceRequests: [request('GR-1', 'a'), request('GR-2', 'x'), request('GR-4', 'd')],
      }),
    ];
    expect(differenceOf(earlier, later)).toStrictEqual({
      ...nothing,
      header: ['title'],
      requests: { added: ['GR-4'], removed: ['GR-3'], changed: ['GR-2'] },
    });
  });
});

describe('a symbol', () => {
  it.each([
    ['PC0410E2', 'PC0410E1', true],
    ['PC0410E1a', 'PC0410E1', true],
    ['PC0410E1', 'PC0410E', true],
    ['PC0410E1', 'PC0410E1', false],
    ['PC0410E1', 'PC0410E2', false],
    ['PC0410F2', 'PC0410E1', false],
    ['PC0411E2', 'PC0410E1', false],
    ['nonsense', 'PC0410E1', false],
    ['PC0410E2', 'nonsense', false],
  ])('%s names a later edition than %s: %s', (symbol, than, later) => {
    expect(isLaterEdition(symbol, than)).toBe(later);
  });
});
