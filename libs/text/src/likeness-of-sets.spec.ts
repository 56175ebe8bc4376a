import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { keysOf, likeness, termsOf } from './index.ts';

interface Written {
  readonly id: string;
  readonly kind: string;
  readonly language: 'en' | 'fr';
  readonly primaryTheme: string;
  readonly title: string;
  readonly text: string;
}

interface Labelled {
  readonly submissions: readonly Written[];
  readonly pairs: readonly { readonly a: string; readonly b: string }[];
  readonly hardNegatives: readonly { readonly a: string; readonly b: string }[];
}

interface Sample extends Omit<Written, 'kind' | 'language'> {
  readonly type: string;
  readonly language: 'E' | 'F';
  readonly duplicateOf: string | null;
}

const parsed = (path: string): unknown => JSON.parse(readFileSync(`test/fixtures/${path}`, 'utf8'));

/** The samples of the demonstration in the form of our own sets. */
const demonstration = (): Labelled => {
  const { submissions, hardNegatives } = parsed('demo/contributions-2015.json') as {
    readonly submissions: readonly Sample[];
    readonly hardNegatives: Labelled['hardNegatives'];
  };
  return {
    submissions: submissions.map((sample) => ({ ...sample, kind: sample.type, language: sample.language === 'F' ? 'fr' : 'en' })),
    pairs: submissions.flatMap(({ id, duplicateOf }) => (duplicateOf === null ? [] : [{ a: duplicateOf, b: id }])),
    hardNegatives,
  };
};

const pairName = ({ a, b }: { readonly a: string; readonly b: string }): string => [a, b].sort().join(' ');

/** Every pair of one kind in order of likeness, with its languages. */
const ranked = ({ submissions }: Labelled, across: boolean): readonly string[] => {
  const all = submissions.map((written) => ({ ...written, theme: written.primaryTheme, terms: termsOf(written) }));
  const counts = new Map<string, number>();
  for (const key of all.flatMap(({ terms }) => keysOf(terms))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rarity = (key: string): number => Math.max(0, Math.log((all.length + 1) / ((counts.get(key) ?? 0) + 0.5)));
  return all
    .flatMap((one, place) =>
      all
        .slice(0, place)
        .filter((two) => two.kind === one.kind && (two.language !== one.language) === across)
        .map((two) => ({ name: pairName({ a: one.id, b: two.id }), score: likeness(one, two, rarity).score })),
    )
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
};

/** Ranks of the pairs that are duplicates and of those that only look it, 1 for the first. */
const ranks = (set: Labelled, across: boolean) => {
  const order = ranked(set, across);
  const of = (pairs: Labelled['pairs']): readonly number[] =>
    pairs
      .map((pair) => order.indexOf(pairName(pair)) + 1)
      .filter((rank) => rank > 0)
      .sort((a, b) => a - b);
  return { pairs: of(set.pairs), hard: of(set.hardNegatives) };
};

const within = (bound: number, found: readonly number[]): number => found.filter((rank) => rank <= bound).length;

// The weights were chosen on the first two sets; the demonstration was kept apart until they stood.
describe.each([
  ['our first set', parsed('duplicates/customs-a.json') as Labelled, { same: 12, across: 6, hard: 4 }],
  ['our second set', parsed('duplicates/customs-b.json') as Labelled, { same: 13, across: 11, hard: 4 }],
  ['the samples of the demonstration', demonstration(), { same: 11, across: 2, hard: 2 }],
])('in %s', (_name, set, expected) => {
  it('every pair of one language is among the first 25, ahead of most that only look alike', () => {
    const { pairs, hard } = ranks(set, false);
    expect([pairs.length, within(25, pairs)]).toStrictEqual([expected.same, expected.same]);
    expect(within(15, hard)).toBeLessThanOrEqual(expected.hard);
  });

  it('every English and French pair is among the first 25 across languages', () => {
    const { pairs } = ranks(set, true);
    expect([pairs.length, within(25, pairs)]).toStrictEqual([expected.across, expected.across]);
  });
});
