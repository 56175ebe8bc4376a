import { describe, expect, it } from '@jest/globals';
import { excerpt, marked, searchedWords, soughtGroups, soughtIn, soughtLanguage } from './index.ts';

const sought = (query: string, language: 'en' | 'fr' = 'en') => soughtIn(soughtGroups(query), language);
const shown = (parts: ReturnType<typeof marked>): string =>
  parts.map(({ text, marked: isMarked }) => (isMarked ? `[${text}]` : text)).join('');

describe('what is looked for', () => {
  it('are words, words in a row, beginnings, and what must not be there', () => {
    expect(soughtGroups('transit "Single Window" harmoni* -fraud -"free zone" l’Échange')).toStrictEqual([
      { words: ['transit'], isPrefix: false, isExcluded: false },
      { words: ['single', 'window'], isPrefix: false, isExcluded: false },
      { words: ['harmoni'], isPrefix: true, isExcluded: false },
      { words: ['fraud'], isPrefix: false, isExcluded: true },
      { words: ['free', 'zone'], isPrefix: false, isExcluded: true },
      { words: ['l', 'echange'], isPrefix: false, isExcluded: false },
    ]);
  });

  it.each(['', '  ', '"', '""', '*', '-', '( ) { } : ^ + ~ \\', "'; DROP TABLE x; --".replace(/\w/g, '')])('is nothing in %j', (query) => {
    expect(soughtGroups(query)).toStrictEqual([]);
  });

  it('is at most sixteen things', () => {
    expect(soughtGroups('word '.repeat(100)).length).toBe(16);
  });

  it('loses the words that say nothing, in the language it is looked for in', () => {
    expect(sought('the end of the line').groups.map(({ stems }) => stems)).toStrictEqual([['end'], ['line']]);
    expect(sought('mise en place', 'fr').groups.map(({ stems }) => stems)).toStrictEqual([['mis'], ['plac']]);
    expect(sought('of the')).toStrictEqual({ language: 'en', groups: [] });
  });

  it('tells its language by its small words', () => {
    expect(['exchange of data', 'échange de données', 'transit', ''].map((query) => soughtLanguage(soughtGroups(query)))).toStrictEqual([
      'en',
      'fr',
      null,
      null,
    ]);
  });

  it('is found in the stems of a text', () => {
    expect(searchedWords('The declarations of the exporters', 'en')).toBe('declar export');
    expect(searchedWords('L’échange des données', 'fr')).toBe('echang don');
  });
});

describe('an excerpt', () => {
  it('marks every inflection, whatever its case and accents', () => {
    expect(shown(marked('Déclaration déclarée: DECLARATIONS!', sought('declarer', 'fr')))).toBe(
      '[Déclaration] [déclarée]: [DECLARATIONS]!',
    );
    expect(shown(marked('Harmonised harmony, harm', sought('harmon*')))).toBe('[Harmonised] [harmony], harm');
    expect(shown(marked('fraud in transit', sought('transit -fraud')))).toBe('fraud in [transit]');
    expect([marked('', sought('x')), marked('abc', sought('x'))]).toStrictEqual([[], [{ text: 'abc', marked: false }]]);
  });

  it('is cut around the words that stand together', () => {
    const filler = Array.from({ length: 60 }, (_word, index) => `w${'abcdefghij'.charAt(index % 10)}`).join(' ');
    const text = `${filler} transit. ${filler} the bond for transit ends. ${filler}`;
    const cut = shown(excerpt(text, sought('transit bond'), 12));
    expect(cut).toMatch(/^….*\[bond\] for \[transit\] ends.*…$/);
    expect(cut.split(/\s+/).length).toBeLessThanOrEqual(13);
  });

  it('is the beginning when nothing is marked, and all of a short text', () => {
    expect(shown(excerpt('one two three four', sought('nothing'), 2))).toBe('one two…');
    expect(shown(excerpt('A short text.', sought('text'), 40))).toBe('A short [text].');
    expect(excerpt('', sought('text'))).toStrictEqual([]);
  });
});
