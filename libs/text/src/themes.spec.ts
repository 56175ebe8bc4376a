import { describe, expect, it } from '@jest/globals';
import { themeSetPublication } from '../../reference/src/index.ts';
import { sampleTexts } from '../../../test/support/texts.ts';
import { likelyThemes } from './index.ts';

const { themes } = themeSetPublication();
const told = (language: 'en' | 'fr', text: string, title = '') => likelyThemes({ language, title, text }, themes);

describe('themes of a text', () => {
  it('are told with the words that speak for them, in whichever inflection and under whichever name', () => {
    const [first] = told('en', 'Exporters certify themselves: self-certification, and Certificates of Origin.');
    expect([first?.code, first?.kind, [...(first?.words ?? [])].sort()]).toStrictEqual([
      'ORIGIN',
      'priority',
      ['Certificates of Origin', 'Origin', 'self-certification'],
    ]);
    expect(told('fr', 'Les cautions du pays sans littoral.').map(({ code, words }) => [code, words])).toStrictEqual([
      ['TRADE_FACILITATION', ['cautions', 'sans littoral']],
    ]);
  });

  it('count more by a name of several words, by repetition and in the title', () => {
    const score = (text: string, title = ''): number => told('en', text, title)[0]?.score ?? 0;
    expect(score('A single window.')).toBeGreaterThan(score('A permit.'));
    expect(score('A permit after a permit.')).toBeGreaterThan(score('A permit.'));
    expect(score('', 'A permit.')).toBeCloseTo(2 * score('A permit.'), 12);
  });

  it('are none when nothing speaks for one', () => {
    expect([
      told('en', ''),
      told('en', 'Bees make honey.'),
      likelyThemes({ language: 'en', title: 'transit', text: '' }, []),
    ]).toStrictEqual([[], [], []]);
  });

  it('are for four of five samples the one that its author chose', () => {
    const { submissions } = sampleTexts();
    const right = submissions.filter(
      (sample) => likelyThemes(sample, themes).find(({ kind }) => kind === 'priority')?.code === sample.primaryTheme,
    );
    expect(right.length / submissions.length).toBeGreaterThanOrEqual(0.8);
  });
});
