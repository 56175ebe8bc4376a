import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseWorkingDocument } from './index.ts';
import { codes, fixture, ids, lineOf, own, paragraph, parsed } from '../../../../test/support/working-documents.ts';

describe('the real document', () => {
  const path = '../shared/documents/PC0410E1.md';
  const golden = '../shared/data/parsed-document.json';
  const isHere = existsSync(path) && existsSync(golden);
  if (!isHere) process.stdout.write('NOTE: PC0410E1 is not at hand; the importer is tried on the document written for this project\n');
  const source = isHere ? readFileSync(path, 'utf8') : own;

  it('is read exactly as the golden file says, where it is at hand', () => {
    const { source: _source, ...expected } = isHere
      ? (JSON.parse(readFileSync(golden, 'utf8')) as { source: unknown })
      : { source: null, ...(JSON.parse(fixture('PC0990E1.json')) as object) };
    expect(parsed(source)).toStrictEqual(expected);
  });

  it('is read in the key order of the golden file', () => {
    expect(Object.keys(parsed(source))).toStrictEqual([
      'document',
      'parts',
      'guidanceRequests',
      'themes',
      'crossReferences',
      'documentReferences',
      'warnings',
    ]);
  });
});

describe('the document of this project', () => {
  const document = parsed(own);

  it('has the header it states', () => {
    expect(document.document).toStrictEqual({
      code: {
        raw: 'PC0990E1',
        series: 'PC',
        number: 990,
        language: 'E',
        version: 1,
        suffix: null,
        from: 'running-header',
        line: lineOf('PC0990E1'),
      },
      sessions: [207, 208],
      sessionDates: { start: '2015-03-03', end: '2015-03-06', raw: '3 – 6 March 2015' },
      place: 'Brussels',
      documentDate: '2015-01-29',
      title: 'REGIONAL COOPERATION',
      subtitle: 'An invented overview, written to try the importer',
      agendaItem: { roman: 'IX', number: 9, sub: 'a', raw: 'Item IX - a on the agenda', line: lineOf('Item IX') },
      committee: 'PTC',
    });
  });

  it('has 16 paragraphs and 12 in the annex, no id twice', () => {
    expect(document.parts.body.paragraphs).toHaveLength(16);
    expect(document.parts.annex?.paragraphs).toHaveLength(12);
    expect(new Set(ids(document)).size).toBe(28);
  });

  it('keeps nine priorities though a page header stands among them', () => {
    expect(document.themes).toHaveLength(9);
    expect(document.themes[8]?.label).toBe(
      'Handling of Customs disputes (should they be dealt with under the national Customs Code or the Common Code)',
    );
  });

  it('asks for two things, in their own words', () => {
    expect(document.guidanceRequests.map(({ ref, paragraph: at, addressee, text }) => [ref, at, addressee, text])).toStrictEqual([
      ['GR-1', 'B16', 'PTC delegates', 'Describing a national practice that others could use'],
      ['GR-2', 'B16', 'PTC delegates', 'Naming topics for the conference in June 2015'],
    ]);
  });

  it('raises the eight warnings of its edge cases and no other', () => {
    expect(codes(document)).toStrictEqual([
      `LIST_SPLIT_BY_PAGE_HEADER@${own.split('\n').indexOf('PC0990E1') + 1}`,
      `UNNUMBERED_PARAGRAPH@${lineOf('Wires run')}`,
      `PARAGRAPH_JOINED_ACROSS_BREAK@${lineOf('Builders from two sides')}`,
      `PARAGRAPH_JOINED_ACROSS_BREAK@${lineOf('pages, which anybody')}`,
      `PARAGRAPH_JOINED_ACROSS_BREAK@${lineOf('Southern rangers')}`,
      `STRAY_DASH@${own.trimEnd().split('\n').length}`,
      `DANGLING_CROSS_REFERENCE@${lineOf('9. What the lessons')}`,
      `DANGLING_CROSS_REFERENCE@${lineOf('11. The Forest')}`,
    ]);
  });

  it('joins the title of its annex over three lines and knows where it was taken from', () => {
    expect(document.parts.annex?.title).toBe(
      'EXTRACT FROM AN IMAGINED DOCUMENT SP0991E - A REPORT ON WORK AT BORDERS SINCE THE 71ST MEETING',
    );
    expect(document.parts.annex?.sourceDocument).toBe('SP0991E');
    expect(document.documentReferences).toStrictEqual(['SP0991E']);
  });

  it('never links an extract’s references to paragraphs that happen to have their numbers', () => {
    expect(document.crossReferences.map(({ from, resolved, refersTo }) => [from, resolved, refersTo])).toStrictEqual([
      ['A9', null, 'SP0991E'],
      ['A11', null, 'SP0991E'],
    ]);
  });

  it('takes plain lines and marked lines as section headings', () => {
    expect(document.parts.annex?.sections.map(({ title, style }) => [title, style])).toStrictEqual([
      ['Work at borders, with partners', 'bold'],
      ['The Lake Fund', 'plain'],
      ['Hill and Valley', 'plain'],
      ['The Forest', 'markdown'],
      ["The Port of Côte d'Azur", 'plain'],
    ]);
  });

  it('keeps lettered bullets, links, quotation marks and odd spellings', () => {
    expect(paragraph(document, 'A2')?.bullets.map(({ letter }) => letter)).toStrictEqual(['a', 'b', 'c', 'd']);
    expect(paragraph(document, 'B5')?.links).toStrictEqual(['http://places.example/first~house.ashx', 'https://places.example/second']);
    expect(paragraph(document, 'B4')?.bullets[2]?.text).toBe('the "morning after" is the same for both.');
    expect(paragraph(document, 'B12')?.text).toBe('Study visits let visitors see see how others work.');
    expect(paragraph(document, 'B5')?.bullets[1]?.text).toContain('1st of the month');
  });

  it('joins what a page break cut', () => {
    expect(paragraph(document, 'A8')?.text).toBe(
      'Hill and Valley teach one another. The lessons make a shelf of approximately 150 pages, which anybody may read.',
    );
    expect(paragraph(document, 'A8')?.joins).toStrictEqual([{ line: lineOf('pages, which anybody') }]);
  });

  it('reads the same with CRLF, CR and a byte order mark', () => {
    expect(parsed(own.replaceAll('\n', '\r\n'))).toStrictEqual(document);
    expect(parsed(own.replaceAll('\n', '\r'))).toStrictEqual(document);
    expect(parsed(`\uFEFF${own}`)).toStrictEqual(document);
  });

  it('cut off after any character is read or refused, never a crash', () => {
    for (let end = 0; end <= own.length; end += 1) {
      const result = parseWorkingDocument(own.slice(0, end));
      expect('code' in result || ids(result).length > 0).toBe(true);
    }
  });
});
