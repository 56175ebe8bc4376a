import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { paragraph, parsed } from '../../../test/support/working-documents.ts';

interface Quoted {
  readonly para: string;
  readonly quote: string;
}

const isQuoted = (value: object): value is Quoted => 'quote' in value && 'para' in value;

const quotesIn = (value: unknown): readonly Quoted[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(quotesIn);
  return isQuoted(value) ? [value, ...inside] : inside;
};

const quotes = ['projects', 'session'].flatMap((name) => quotesIn(JSON.parse(readFileSync(`libs/reference/data/${name}.json`, 'utf8'))));

describe('what the reference data quotes', () => {
  it('says from which paragraph, each time', () => {
    expect([quotes.length > 50, quotes.filter(({ para }) => !/^[AB]\d+$/.test(para))]).toStrictEqual([true, []]);
  });

  const path = '../shared/documents/PC0410E1.md';
  if (existsSync(path)) {
    it('stands in that paragraph of the imported document, word for word', () => {
      const document = parsed(readFileSync(path, 'utf8'));
      const wordsOf = (id: string): string => {
        const found = paragraph(document, id);
        const texts = found === undefined ? [] : [found, ...found.bullets, ...found.trailing].map(({ text }) => text);
        return texts.join(' ').replace(/<\/?sup>/g, '');
      };
      expect(quotes.filter(({ para, quote }) => !wordsOf(para).includes(quote))).toStrictEqual([]);
    });
  } else process.stdout.write('NOTE: PC0410E1 is not at hand; the quotes of the reference data are not compared with it\n');
});
