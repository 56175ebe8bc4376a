import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ContributionContent } from '../../../domain/src/index.ts';
import type { DifferencePart } from '../index.ts';
import { wordDifference, wordingDifference } from './wording-difference.ts';

const joined = (parts: readonly DifferencePart[], gone: DifferencePart['kind']): string =>
  parts.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join('');

const content: ContributionContent = {
  language: 'en',
  title: 'One form',
  text: 'One form at each border.',
  primaryTheme: 'ORIGIN',
  secondaryThemes: [],
  economicCommunity: null,
};

describe('the difference of two wordings', () => {
  it('marks words that came and went', () => {
    expect(wordDifference('One form at each border.', 'One form at every second border.')).toStrictEqual([
      { kind: 'same', text: 'One form at ' },
      { kind: 'removed', text: 'each' },
      { kind: 'added', text: 'every second' },
      { kind: 'same', text: ' border.' },
    ]);
  });

  it.each([
    ['', '', []],
    ['a', '', [{ kind: 'removed', text: 'a' }]],
    ['', 'a', [{ kind: 'added', text: 'a' }]],
    ['a b', 'a b', [{ kind: 'same', text: 'a b' }]],
  ] as const)('%p and %p', (before, after, parts) => {
    expect(wordDifference(before, after)).toStrictEqual(parts);
  });

  it('leads from the earlier to the later one and back, whatever they are', () => {
    const texts = fc.array(fc.constantFrom('border', 'form', 'each', ' ', '\n', 'é'), { maxLength: 40 }).map((words) => words.join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = wordDifference(before, after);
        expect([joined(parts, 'added'), joined(parts, 'removed')]).toStrictEqual([before, after]);
      }),
      { seed: 2015 },
    );
  });

  it('of two long texts with nothing in common is one for the other', () => {
    const long = (word: string): string => Array.from({ length: 2_500 }, (_one, place) => `${word}${String(place)}`).join(' ');
    expect(wordDifference(`Same ${long('a')}`, `Same ${long('b')}`).map(({ kind }) => kind)).toStrictEqual(['same', 'removed', 'added']);
  });

  it('names the fields that changed', () => {
    expect(wordingDifference(content, { ...content, primaryTheme: 'RISK', economicCommunity: 'EAC' })).toStrictEqual({
      changed: ['primaryTheme', 'economicCommunity'],
      title: [{ kind: 'same', text: 'One form' }],
      text: [{ kind: 'same', text: 'One form at each border.' }],
    });
  });
});
