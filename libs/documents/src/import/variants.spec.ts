import { describe, expect, it } from '@jest/globals';
import { parseWorkingDocument } from './index.ts';
import { codes, ids, lineOf, own, paragraph, parsed } from '../../../../test/support/working-documents.ts';

describe('a document that differs', () => {
  it('without a symbol lacks a header field and keeps its nine themes', () => {
    const document = parsed(own.replace('\nPC0990E1\n', '\n'));
    expect(codes(document)).toContain('HEADER_FIELD_MISSING@-');
    expect(document.document.code).toBeNull();
    expect(document.document.committee).toBeNull();
    expect(document.themes).toHaveLength(9);
  });

  it('with a paragraph number missing says so and keeps the printed numbers', () => {
    const document = parsed(own.replace(/^8\. Work at one.*\n/m, ''));
    expect(codes(document)).toContain(`NUMBER_GAP@${lineOf('8. Work at one')}`);
    expect(ids(document)).not.toContain('B8');
  });

  it('with a paragraph number twice keeps both under different ids', () => {
    const document = parsed(own.replace('8. Work at one', '7. Work at one'));
    expect(ids(document).filter((id) => id.startsWith('B7'))).toStrictEqual(['B7', 'B7/2']);
  });

  it('with 3 bis keeps it between 3 and 4', () => {
    const document = parsed(own.replace('4. Working close', '3 bis. A thought.\n\n4. Working close'));
    expect(ids(document).slice(2, 5)).toStrictEqual(['B3', 'B3bis', 'B4']);
    expect(codes(document).filter((code) => code.startsWith('NUMBER_GAP'))).toStrictEqual([]);
  });

  it('without the three asterisks has its annex inferred, with two unresolved references', () => {
    const document = parsed(own.replace('\\*\n\n\\*\n\n\\*\n', ''));
    expect(document.parts.body.paragraphs).toHaveLength(16);
    expect(document.parts.annex?.paragraphs).toHaveLength(12);
    expect(document.parts.annex?.sourceDocument).toBe('SP0991E');
    expect(codes(document).filter((code) => code.startsWith('ANNEX_INFERRED'))).toHaveLength(1);
    expect(document.crossReferences.map(({ resolved }) => resolved)).toStrictEqual([null, null]);
    expect(new Set(ids(document)).size).toBe(28);
  });

  it.each(['## Expected Outcomes', '**Expected outcomes:**', '#### Résultat attendu', 'Expected Outcome'])(
    'headed "%s" asks for the same two things',
    (heading) => {
      expect(parsed(own.replace('**Expected Outcome**', heading)).guidanceRequests).toHaveLength(2);
    },
  );

  it('without an expected outcome asks for nothing and says so', () => {
    const document = parsed(own.replace('**Expected Outcome**', '**Closing**'));
    expect(document.guidanceRequests).toStrictEqual([]);
    expect(codes(document)).toContain('NO_EXPECTED_OUTCOME@-');
  });

  it('whose expected outcome has no bullets makes one request of each paragraph', () => {
    const document = parsed(
      '## T\n\n**Expected Outcome**\n\n1. The PTC is invited to take note of this.\n\n2. The PTC is invited to endorse that.\n',
    );
    expect(document.guidanceRequests.map(({ ref, text, leadIn, addressee }) => [ref, text, leadIn, addressee])).toStrictEqual([
      ['GR-1', 'The PTC is invited to take note of this', '', 'The PTC'],
      ['GR-2', 'The PTC is invited to endorse that', '', 'The PTC'],
    ]);
  });

  it('that changes its symbol on the way says so', () => {
    expect(
      codes(parsed(own.replace('9. A workshop', 'PC0992E1\n\n9. A workshop').replace('\n6. Attached', '\nPC0990E1\n\n6. Attached'))).filter(
        (code) => code.startsWith('CODE_MISMATCH'),
      ),
    ).toHaveLength(1);
  });

  it('dated more than 180 days from the session is suspect, 180 days are not', () => {
    const dated = (date: string) => codes(parsed(own.replace('29 January 2015', date)));
    expect(dated('4 September 2014')).not.toContain('DATE_SUSPECT@-');
    expect(dated('3 September 2014')).toContain('DATE_SUSPECT@-');
  });

  it('whose sessions are no pair says so', () => {
    expect(codes(parsed(own.replace('208<sup>', '209<sup>')))).toContain('SESSION_NUMBERS_SUSPECT@-');
  });

  it('with a second annex keeps ids apart', () => {
    const document = parsed(`${own}\n\n**ANNEX II**\n\n1. Another matter.\n\n2. And its end.\n`);
    expect(ids(document).slice(-2)).toStrictEqual(['A2-1', 'A2-2']);
    expect(new Set(ids(document)).size).toBe(30);
    expect(codes(document).some((code) => code.startsWith('SECOND_ANNEX'))).toBe(true);
  });

  it('with a table and a footnote keeps both as text and says so', () => {
    const document = parsed('## T\n\n1. See the table.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.\n');
    expect(codes(document).filter((code) => /TABLE|FOOTNOTE/.test(code))).toStrictEqual(['TABLE_KEPT_AS_TEXT@5', 'FOOTNOTE@9']);
    expect(paragraph(document, 'B1')?.trailing).toHaveLength(4);
  });

  it('that refers to paragraphs of its own has them resolved', () => {
    const document = parsed('## T\n\n1. One.\n2. Two.\n3. As said in paragraphs 1 and 2 above.\n4. See paragraphs 7 to 8 below.\n');
    expect(document.crossReferences.map(({ resolved }) => resolved)).toStrictEqual([['B1', 'B2'], null]);
  });

  it.each([
    ['Item III.b', 'III', 'b'],
    ['Item II (b)', 'II', 'b'],
    ['Item V', 'V', null],
    ['Item V on the agenda', 'V', null],
  ])('under "%s" has that agenda item', (raw, roman, sub) => {
    expect(parsed(own.replace('Item IX - a on the agenda', raw)).document.agendaItem).toMatchObject({ roman, sub });
  });

  it.each(['28 September – 2 October 2015', '28 September - 2 October 2015', '28 September — 2 October 2015'])(
    'held "%s" spans two months',
    (dates) => {
      expect(parsed(own.replace('3 – 6 March 2015', dates)).document.sessionDates).toMatchObject({
        start: '2015-09-28',
        end: '2015-10-02',
      });
    },
  );

  it('without any heading is read with warnings', () => {
    const document = parsed('1. A thought.\n\n2. Another.\n');
    expect(ids(document)).toStrictEqual(['B1', 'B2']);
    expect(document.document.title).toBeNull();
  });

  it('without a numbered paragraph is refused', () => {
    expect(parseWorkingDocument('# Title\n\nJust text.\n')).toStrictEqual({ code: 'document.no_numbered_paragraph' });
  });

  it('of 50,000 lines is read, of one more refused', () => {
    const lines = (count: number): string => `1. A\n${'\n'.repeat(count - 2)}`;
    expect('code' in parseWorkingDocument(lines(50_000))).toBe(false);
    expect(parseWorkingDocument(lines(50_001))).toStrictEqual({ code: 'document.too_many_lines', lines: 50_001, maxLines: 50_000 });
  });

  it('with hostile markup keeps it as text', () => {
    expect(paragraph(parsed('## T\n\n1. <script>alert(1)</script> and <b>bold</b>.\n'), 'B1')?.text).toBe(
      '<script>alert(1)</script> and <b>bold</b>.',
    );
  });
});
