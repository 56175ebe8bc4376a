import { describe, expect, it } from '@jest/globals';
import { fieldChanges } from './field-changes.ts';

describe('the fields that a step changed', () => {
  it.each<[string, unknown, unknown, unknown]>([
    ['none when nothing did', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['a field', { title: 'A' }, { title: 'B' }, [{ path: 'title', before: 'A', after: 'B' }]],
    ['a field within another', { c: { t: 'A', u: 1 } }, { c: { t: 'B', u: 1 } }, [{ path: 'c.t', before: 'A', after: 'B' }]],
    ['a field that was not there', {}, { at: null }, [{ path: 'at', after: null }]],
    ['a field that is there no longer', { at: 1 }, {}, [{ path: 'at', before: 1 }]],
    ['nothing where something is undefined', { at: undefined }, {}, []],
    [
      'every field of what is new',
      { a: null },
      { a: { b: 1, c: [] } },
      [
        { path: 'a', before: null },
        { path: 'a.b', after: 1 },
        { path: 'a.c', after: [] },
      ],
    ],
    [
      'an element by its name',
      { s: [{ member: 'KE', left: null }] },
      { s: [{ member: 'KE', left: 1 }] },
      [{ path: 's[member=KE].left', before: null, after: 1 }],
    ],
    [
      'an element that came and one that went',
      { s: [{ itemId: 'a', x: 1 }] },
      { s: [{ itemId: 'b', x: 1 }] },
      [
        { path: 's[itemId=a].itemId', before: 'a' },
        { path: 's[itemId=a].x', before: 1 },
        { path: 's[itemId=b].itemId', after: 'b' },
        { path: 's[itemId=b].x', after: 1 },
      ],
    ],
    [
      'the order of those that stay',
      { s: ['a', 'b', 'c'] },
      { s: ['b', 'a'] },
      [
        { path: 's[=c]', before: 'c' },
        { path: 's[]', before: ['[=a]', '[=b]'], after: ['[=b]', '[=a]'] },
      ],
    ],
    [
      'a list that was empty',
      { s: [] },
      { s: ['a'] },
      [
        { path: 's', before: [] },
        { path: 's[=a]', after: 'a' },
      ],
    ],
    [
      'an element by its place when it has no name',
      { s: [[1], [2]] },
      { s: [[1], [3]] },
      [
        { path: 's[1][=2]', before: 2 },
        { path: 's[1][=3]', after: 3 },
      ],
    ],
    [
      'a name that is no word',
      { m: { 'PC0410.GR-2': 1 } },
      { m: { 'PC0410.GR-2': 2 } },
      [{ path: 'm["PC0410.GR-2"]', before: 1, after: 2 }],
    ],
    [
      'the kind of a field',
      { f: 'text' },
      { f: { en: 'text' } },
      [
        { path: 'f', before: 'text' },
        { path: 'f.en', after: 'text' },
      ],
    ],
  ])('are %s', (_what, before, after, expected) => {
    expect(fieldChanges(before, after)).toStrictEqual(expected);
  });

  it('are told of both sides: what one step changed the step back changes back', () => {
    const [one, other] = [
      { a: 1, s: [{ id: 'x', v: 1 }], t: ['p', 'q'] },
      {
        a: 2,
        s: [
          { id: 'x', v: 2 },
          { id: 'y', v: 0 },
        ],
        t: ['q'],
      },
    ];
    const back = fieldChanges(other, one).map(({ path, before, after }) => JSON.stringify([path, after, before]));
    expect(
      fieldChanges(one, other)
        .map(({ path, before, after }) => JSON.stringify([path, before, after]))
        .sort(),
    ).toStrictEqual(back.sort());
  });

  it('do not look below what is the very same', () => {
    const trap = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('looked');
      },
    });
    expect(fieldChanges({ a: trap, b: 1 }, { a: trap, b: 2 })).toStrictEqual([{ path: 'b', before: 1, after: 2 }]);
  });
});
