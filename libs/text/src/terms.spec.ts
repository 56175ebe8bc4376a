import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { comparisonBy, keysOf, termsOf, type ComparedText } from './index.ts';

const text = (language: 'en' | 'fr', body: string, title = ''): ComparedText => ({ language, title, text: body });
const compared = (source: ComparedText, theme = 'RISK') => ({ language: source.language, theme, terms: termsOf(source) });
const evenly = comparisonBy(() => 1);

describe('terms of a text', () => {
  it('are its stems, and its notions and cognates, which are the same in both languages', () => {
    expect([...termsOf(text('en', 'The guarantees in Nairobi')).values()]).toStrictEqual([
      { kind: 'notion', key: 'n:guarantee', rarity: 'n:guarantee', count: 1, isName: false, words: ['guarantees'] },
      { kind: 'stem', key: 's:en:guarante', rarity: 'n:guarantee', count: 1, isName: false, words: ['guarantees'] },
      { kind: 'stem', key: 's:en:nairobi', rarity: 'c:nairob', count: 1, isName: true, words: ['Nairobi'] },
      { kind: 'cognate', key: 'c:nairob', rarity: 'c:nairob', count: 1, isName: true, words: ['Nairobi'] },
    ]);
    expect(keysOf(termsOf(text('fr', 'Les cautions de Nairobi')))).toStrictEqual(['n:guarantee', 'c:nairob']);
  });

  it('count more in the title, and are names only while they never stand as words', () => {
    const terms = termsOf(text('en', 'A mercury lamp.', 'Mercury and mercury'));
    expect(terms.get('s:en:mercuri')).toStrictEqual({
      kind: 'stem',
      key: 's:en:mercuri',
      rarity: 'c:mercur',
      count: 4,
      isName: false,
      words: ['Mercury', 'mercury'],
    });
  });

  it('hold notions of several words beside the words, the longest name first', () => {
    const keys = keysOf(termsOf(text('fr', 'Le guichet unique délivre un certificat d’origine')));
    expect(keys).toStrictEqual(expect.arrayContaining(['n:single window', 'n:certificate of origin']));
    expect(keysOf(termsOf(text('en', 'a certificate of origin')))).toContain('n:certificate of origin');
  });
});

describe('likeness of two texts', () => {
  it('is nothing when they share nothing, and tells what they share in the words of each', () => {
    const [cattle, lorries] = [compared(text('en', 'cattle')), compared(text('en', 'lorries'))];
    expect([evenly.scoreOf(cattle, lorries), evenly.matchesOf(cattle, lorries)]).toStrictEqual([0, []]);
    const [herds, troupeau] = [compared(text('en', 'Herds need sureties')), compared(text('fr', 'La caution du troupeau'))];
    expect(evenly.scoreOf(herds, troupeau)).toBeGreaterThan(1);
    expect(evenly.matchesOf(herds, troupeau)).toStrictEqual([
      { kind: 'notion', a: ['Herds'], b: ['troupeau'], share: 0.5 },
      { kind: 'notion', a: ['sureties'], b: ['caution'], share: 0.5 },
    ]);
  });

  it('is less under another theme, and the same from either side', () => {
    const [one, two] = [text('en', 'Weighing lorries at the gate'), text('en', 'Lorries are weighed twice')];
    const alike = evenly.scoreOf(compared(one), compared(two));
    expect(evenly.scoreOf(compared(two), compared(one))).toBeCloseTo(alike, 12);
    expect(evenly.scoreOf(compared(one), compared(two, 'AEO'))).toBeCloseTo(alike * 0.7, 12);
  });

  it('is carried by what is rare', () => {
    const [one, two] = [compared(text('en', 'customs abalone')), compared(text('en', 'abalone customs'))];
    const rare = comparisonBy((key) => (key === 'c:abalon' ? 4 : 0));
    expect(rare.matchesOf(one, two).map(({ a }) => a)).toStrictEqual([['abalone'], ['abalone']]);
  });
});

describe('the glossary', () => {
  interface Glossary {
    readonly concepts: readonly { readonly from: string; readonly en: readonly string[]; readonly fr: readonly string[] }[];
  }
  const { concepts } = JSON.parse(readFileSync('libs/reference/data/glossary.json', 'utf8')) as Glossary;

  it('names every notion in both languages, and no name twice', () => {
    const names = (language: 'en' | 'fr'): readonly string[] => concepts.flatMap((concept) => concept[language]);
    expect(concepts.filter(({ en, fr }) => en.length === 0 || fr.length === 0)).toStrictEqual([]);
    for (const language of ['en', 'fr'] as const)
      expect(names(language).filter((name, place, all) => all.indexOf(name) !== place)).toStrictEqual([]);
  });

  it('has the terms of the body and of the themes', () => {
    const english = new Set(concepts.flatMap(({ en }) => en.map((name) => name.toLowerCase())));
    expect(concepts.filter(({ from }) => from === 'body').length).toBeGreaterThan(40);
    const wanted = [
      'single window',
      'aeo',
      'rocb',
      'rules of origin',
      'self-certification',
      'one-stop border post',
      'free zone',
      'penalty',
    ];
    expect(wanted.filter((name) => !english.has(name))).toStrictEqual([]);
  });
});
