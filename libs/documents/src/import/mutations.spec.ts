import { describe, expect, it } from '@jest/globals';
import { parseWorkingDocument } from './index.ts';
import { own } from '../../../../test/support/working-documents.ts';

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** Lines of ten words or more of which nothing was kept and nothing was said. */
const silentlyLost = (text: string): readonly string[] => {
  const result = parseWorkingDocument(text);
  if ('code' in result) return [];
  const kept = JSON.stringify([result.document, result.parts, result.warnings]);
  const warned = new Set(result.warnings.map(({ line }) => line));
  return text.split(/\r\n|\r|\n/).filter((line, index) => {
    const words = wordsOf(line);
    return words.length >= 10 && !warned.has(index + 1) && !words.some((word) => kept.includes(word));
  });
};

const lines = own.split('\n');
const without = (index: number): string => lines.filter((_line, at) => at !== index).join('\n');
const twice = (index: number): string => [...lines.slice(0, index + 1), ...lines.slice(index)].join('\n');
const swapped = (index: number): string =>
  lines.map((line, at) => (at === index ? lines[at + 1] : at === index + 1 ? lines[at - 1] : line) ?? '').join('\n');

describe('a working document that was damaged', () => {
  it.each<[string, (index: number) => string]>([
    ['loses a line', without],
    ['says a line twice', twice],
    ['has two lines exchanged', swapped],
    ['begins at any line', (index) => lines.slice(index).join('\n')],
    ['ends after any line', (index) => lines.slice(0, index + 1).join('\n')],
    [
      'has its lines end in another way from any line on',
      (index) => `${lines.slice(0, index).join('\r\n')}\r\n${lines.slice(index).join('\n')}`,
    ],
  ])('and %s is read or refused, and no prose is lost without a word', (_what, mutate) => {
    const found = lines.flatMap((_line, index) => silentlyLost(mutate(index)));
    expect(found).toStrictEqual([]);
  });

  it('and cut anywhere is read or refused', () => {
    const answers = Array.from({ length: Math.ceil(own.length / 61) }, (_cut, index) => parseWorkingDocument(own.slice(0, index * 61)));
    const read = answers.filter((answer) => !('code' in answer)).length;
    expect([read > 50, read < answers.length]).toStrictEqual([true, true]);
  });

  it.each([
    ['one line of a megabyte', `1. ${'word '.repeat(200_000)}`],
    ['40,000 paragraphs', Array.from({ length: 40_000 }, (_line, index) => `${index + 1}. x`).join('\n')],
    ['40,000 bullets', `1. x:\n${'- x\n'.repeat(40_000)}`],
    ['brackets without end', `1. a ${'[a]('.repeat(100_000)}`],
    ['references without end', `1. a ${'paragraphs 1 to '.repeat(50_000)}`],
    ['a sentence that never ends', `1. a\n${'b\n'.repeat(40_000)}`],
    ['5,000 references', `1. a ${'paragraphs 1 to 200 above '.repeat(5_000)}`],
    ['tags without end', `1. a ${'<sup>'.repeat(100_000)}`],
    ['stars without end', `1. a\n${'*'.repeat(500_000)}b`],
  ])('or is %s is read', (_what, text) => {
    expect(parseWorkingDocument(text)).toHaveProperty('parts');
  });

  it('or refers to itself 5,001 times is refused', () => {
    const text = `1. a ${'paragraphs 1 to 200 above '.repeat(5_001)}`;
    expect(parseWorkingDocument(text)).toStrictEqual({ code: 'document.too_many_references', maxReferences: 5_000 });
  });
});
