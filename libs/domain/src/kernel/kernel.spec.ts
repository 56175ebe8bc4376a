import { describe, expect, it } from '@jest/globals';
import { isBlank, missingLanguages, repeated, same } from './index.ts';

describe('same', () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    [null, null],
    [
      { a: 1, b: [1, { c: null }] },
      { b: [1, { c: null }], a: 1 },
    ],
    [[], []],
    [{}, {}],
  ])('%j equals %j', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [1, '1'],
    [null, {}],
    [{}, null],
    [[], {}],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: undefined }],
    [
      { a: 1, b: 2 },
      { a: 1, c: 2 },
    ],
    [{ a: undefined }, { b: undefined }],
    [{ a: [1] }, { a: [1, 1] }],
  ])('%j does not equal %j', (a, b) => {
    expect([same(a, b), same(b, a)]).toStrictEqual([false, false]);
  });
});

describe('repeated', () => {
  it('names each value that comes again once, in order of its second appearance', () => {
    expect(repeated(['a', 'b', 'c', 'b', 'a', 'b'])).toStrictEqual(['b', 'a']);
    expect(repeated([])).toStrictEqual([]);
  });
});

describe('a text', () => {
  it.each([undefined, null, '', ' \n\t\u00A0'])('%j says nothing', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  it('is missing in the languages in which it says nothing', () => {
    expect(missingLanguages({ en: 'x', fr: ' ' })).toStrictEqual(['fr']);
    expect(missingLanguages({ en: '', fr: '' })).toStrictEqual(['en', 'fr']);
    expect(missingLanguages({ en: 'x', fr: 'y' })).toStrictEqual([]);
  });
});
