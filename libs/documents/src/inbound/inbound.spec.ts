import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asWrittenInWord, packageOf, pdfBomb, pdfOf, wordOf } from '../../../../test/support/hand-made-documents.ts';
import { own, parsed } from '../../../../test/support/working-documents.ts';
import type { ParsedWorkingDocument } from '../import/index.ts';
import { toDocx, toMarkdown, toPdf, type OutDocument } from '../out/index.ts';
import { convertDocument, sourceKindOf, type SourceKind } from './index.ts';

const codesOf = ({ warnings }: ParsedWorkingDocument): readonly string[] => warnings.map(({ code }) => code);

/** Text and structure of a document in either form; fails when it is refused. */
const converted = async (bytes: Buffer, kind: SourceKind) => {
  const made = await convertDocument(bytes, kind);
  if ('code' in made) throw new Error(made.code);
  return { ...made, read: parsed(made.text) };
};

/** What a person would compare: words, never lines. */
const wordsOf = ({ document, parts, guidanceRequests, themes }: ParsedWorkingDocument) => ({
  header: [document.code?.raw, document.sessions, document.sessionDates?.raw, document.place, document.documentDate],
  titles: [document.title, document.subtitle, document.agendaItem?.raw, parts.annex?.title],
  parts: [parts.body, parts.annex].map((part) =>
    part?.paragraphs.map(({ id, text, bullets, trailing }) => [
      id,
      text,
      bullets.map(({ letter, text: words }) => [letter, words]),
      trailing.map(({ text: words }) => words),
    ]),
  ),
  sections: [parts.body, parts.annex].map((part) => part?.sections.map(({ title }) => title)),
  requests: guidanceRequests.map(({ ref, text }) => [ref, text]),
  themes: themes.map(({ label }) => label),
});

const followUp = (language: 'en' | 'fr'): OutDocument => ({
  language,
  symbol: language === 'en' ? 'PC0450E1' : 'PC0450F1',
  title: language === 'en' ? 'REGIONAL INTEGRATION' : 'INTÉGRATION RÉGIONALE',
  subtitle:
    language === 'en' ? 'Follow-up of the guidance given at the last Sessions' : 'Suite donnée aux orientations des dernières sessions',
  agendaItem: language === 'en' ? 'Item IX - a on the agenda' : 'Point IX - a de l’ordre du jour',
  cover:
    language === 'en'
      ? ['209th/210th Sessions', '28 September – 2 October 2015', 'Brussels, 14 September 2015']
      : ['209e/210e sessions', '28 septembre – 2 octobre 2015', 'Bruxelles, le 14 septembre 2015'],
  standing: { size: 1175, root: 'abcdEFGH', at: '2015-09-14T07:00:00Z' },
  blocks: [
    { kind: 'heading', level: 1, text: 'Introduction' },
    ...Array.from(
      { length: 60 },
      (_, at) =>
        ({
          kind: 'numbered',
          number: at + 1,
          text: `Türkiye, Côte d’Ivoire and 12. others * asked for a cross-border window and/or a re-export programme, no ${at}. ${'Then more words until the line ends. '.repeat(at % 7)}`,
          bullets:
            at % 3 === 0
              ? ['One point that goes on over more than one line of the page, so that it has to be put together again;', 'two.']
              : [],
        }) as const,
    ),
    { kind: 'heading', level: 1, text: language === 'en' ? 'Expected Outcome' : 'Résultat attendu' },
    {
      kind: 'numbered',
      number: 61,
      text: language === 'en' ? 'The PTC is invited to:' : 'Les délégués du CTP sont invités à\u00A0:',
      bullets: ['take note of this document;', 'share national experience.'],
    },
  ],
});

describe('what left the house and comes back', () => {
  it.each([
    ['en', 'docx'],
    ['en', 'pdf'],
    ['fr', 'docx'],
    ['fr', 'pdf'],
  ] as const)('in %s as %s: the same paragraphs, the same requests, no warning', async (language, kind) => {
    const document = followUp(language);
    const bytes = await (kind === 'docx' ? toDocx(document) : toPdf(document));
    const { read, warnings } = await converted(bytes, kind);
    expect([read.warnings, warnings]).toStrictEqual([[], []]);
    const expected = wordsOf(parsed(toMarkdown(document)));
    expect([expected.parts[0]?.length, expected.requests.length]).toStrictEqual([61, 2]);
    expect(wordsOf(read)).toStrictEqual(expected);
  });
});

describe('a working document as people write it in Word, bold lines for headings and no styles', () => {
  const path = '../shared/documents/PC0410E1.md';
  const isHere = existsSync(path);
  if (!isHere) process.stdout.write('NOTE: PC0410E1 is not at hand; DOCX is tried on the document written for this project\n');
  const source = parsed(isHere ? readFileSync(path, 'utf8') : own);

  it('gives what its text gives: paragraphs of body and annex, requests, themes', async () => {
    const { read, warnings } = await converted(await asWrittenInWord(source), 'docx');
    expect(warnings).toStrictEqual([]);
    expect(wordsOf(read)).toStrictEqual(wordsOf(source));
    const inText = ['LIST_SPLIT_BY_PAGE_HEADER', 'PARAGRAPH_JOINED_ACROSS_BREAK', 'STRAY_DASH'];
    expect(codesOf(read)).toStrictEqual(codesOf(source).filter((code) => !inText.includes(code)));
  });

  it.each([
    ['PC0990E1.office.docx', 'docx'],
    ['PC0990E1.tagged.pdf', 'pdf'],
    ['PC0990E1.untagged.pdf', 'pdf'],
  ] as const)('gives it as another program saves it: %s', async (name, kind) => {
    const { read, warnings } = await converted(readFileSync(join('test/fixtures/documents', name)), kind);
    expect(warnings).toStrictEqual([]);
    expect(wordsOf(read)).toStrictEqual(wordsOf(parsed(own)));
  });
});

const faultOf = async (bytes: Buffer): Promise<unknown> => {
  const kind = await sourceKindOf(bytes);
  if (typeof kind !== 'string') return kind;
  return kind === 'text' ? 'text' : convertDocument(bytes, kind);
};

const w = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('a DOCX that is none, or means no good', () => {
  const cases: Readonly<Record<string, readonly [() => Promise<Buffer>, unknown]>> = {
    'cut off': [async () => (await wordOf(w('1. One.'))).subarray(0, 300), { code: 'document.docx_damaged' }],
    'no XML inside': [() => wordOf('<w:p>'), { code: 'document.docx_damaged' }],
    'a document type with entities': [
      async () =>
        wordOf('', {
          'word/document.xml': `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="urn:x">&b;</w:document>`,
        }),
      { code: 'document.docx_damaged' },
    ],
    'elements without end': [() => wordOf('<w:p>'.repeat(300) + '</w:p>'.repeat(300)), { code: 'document.docx_damaged' }],
    'a bomb': [() => wordOf(w(' '.repeat(40_000_000))), { code: 'document.docx_unsafe', what: 'ratio' }],
    macros: [() => wordOf(w('1. One.'), { 'word/vbaProject.bin': 'x' }), { code: 'document.docx_unsafe', what: 'macro' }],
    'a table of another program': [
      () => packageOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
      { code: 'document.type_not_taken', found: 'application/zip' },
    ],
    'no word in it': [() => wordOf('<w:p/>'), { code: 'document.no_text', pages: 1 }],
  };
  it.each(Object.entries(cases))('%s: a coded refusal', async (_name, [make, fault]) => {
    expect(await faultOf(await make())).toStrictEqual(fault);
  });
});

describe('what Word hides', () => {
  it('is told: changes, hidden text, images, boxes; footnotes and tables stay as text', async () => {
    const body = [
      w('1. First.'),
      '<w:p><w:r><w:t xml:space="preserve">2. Kept </w:t></w:r><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>.</w:t><w:footnoteReference w:id="7"/></w:r></w:p>',
      `<w:tbl><w:tr><w:tc>${w('a|b')}</w:tc><w:tc>${w('c')}</w:tc></w:tr></w:tbl>`,
      `<w:p><w:r><w:t>3. Third.</w:t><w:pict><w:txbxContent>${w('In a box.')}</w:txbxContent></w:pict><w:object/></w:r></w:p>`,
    ].join('');
    const footnotes = `<w:footnotes xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:footnote w:id="7">${w('A note.')}</w:footnote></w:footnotes>`;
    const { text, warnings } = await converted(await wordOf(body, { 'word/footnotes.xml': footnotes }), 'docx');
    expect(text.split('\n').filter((line) => line !== '')).toStrictEqual([
      '1. First.',
      '2. Kept inserted.[^7]',
      '[^7]: A note.',
      '| a\\|b | c |',
      '3. Third.',
      'In a box.',
    ]);
    expect(warnings.map(({ code }) => code)).toStrictEqual(['HIDDEN_TEXT', 'OBJECT_LEFT_OUT', 'TEXT_BOX', 'TRACKED_CHANGES']);
  });
});

describe('a PDF that is none, or means no good', () => {
  const page = (pdf: Parameters<Parameters<typeof pdfOf>[0]>[0]): void => {
    pdf.text('1. One paragraph with its number.');
  };
  const cases: Readonly<Record<string, readonly [() => Promise<Buffer>, unknown]>> = {
    'nothing behind its first line': [() => Promise.resolve(Buffer.from('%PDF-1.7\nnothing')), { code: 'document.pdf_damaged' }],
    'cut off': [async () => (await pdfOf(page)).subarray(0, 200), { code: 'document.pdf_damaged' }],
    'a password': [() => pdfOf(page, { userPassword: 'secret' }), { code: 'document.pdf_locked' }],
    'a picture of a page': [() => pdfOf((pdf) => pdf.rect(50, 50, 200, 300).fill()), { code: 'document.no_text', pages: 1 }],
    script: [
      () =>
        pdfOf((pdf) => {
          page(pdf);
          pdf.addNamedJavaScript('open', 'app.alert(1)');
        }),
      { code: 'document.pdf_active', what: 'javascript' },
    ],
    'a file inside': [
      () =>
        pdfOf((pdf) => {
          page(pdf);
          pdf.file(Buffer.from('MZ'), { name: 'run.exe' });
        }),
      { code: 'document.pdf_active', what: 'attachment' },
    ],
    'too many pages': [
      () =>
        pdfOf((pdf) => {
          for (let at = 0; at < 500; at += 1) pdf.addPage();
        }),
      { code: 'document.too_many_pages', pages: 501, maxPages: 500 },
    ],
  };
  it.each(Object.entries(cases))('%s: a coded refusal', async (_name, [make, fault]) => {
    expect(await faultOf(await make())).toStrictEqual(fault);
  });

  it('is given up when it grows or goes on without end', async () => {
    const limits = { maxSeconds: 20, maxMegabytes: 128, maxWaiting: 1 };
    const bomb = pdfBomb(400_000_000);
    expect(bomb.byteLength).toBeLessThan(500_000);
    expect(await convertDocument(bomb, 'pdf', limits)).toStrictEqual({ code: 'document.conversion_too_big', maxMegabytes: 128 });
    const slow = await convertDocument(pdfBomb(100_000_000), 'pdf', { ...limits, maxSeconds: 0.2, maxMegabytes: 4_000 });
    expect(slow).toStrictEqual({ code: 'document.conversion_too_long', maxSeconds: 0.2 });
  }, 60_000);

  it('keeps others waiting one by one, and no more than so many', async () => {
    const bytes = await pdfOf(page);
    const limits = { maxSeconds: 20, maxMegabytes: 256, maxWaiting: 2 };
    const ended = await Promise.all([1, 2, 3].map(() => convertDocument(bytes, 'pdf', limits)));
    expect(ended.map((one) => ('code' in one ? one.code : one.text))).toStrictEqual([
      '1. One paragraph with its number.\n',
      '1. One paragraph with its number.\n',
      'document.conversion_busy',
    ]);
  });
});

describe('what a document is', () => {
  it('is told by its bytes', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    expect(await faultOf(png)).toStrictEqual({ code: 'document.type_not_taken', found: 'image/png' });
    const oldWord = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1_200, '0'), 'hex');
    expect(await faultOf(oldWord)).toStrictEqual({ code: 'document.type_not_taken', found: 'application/x-cfb' });
    expect(await faultOf(Buffer.from('1. Text.'))).toBe('text');
    expect(await faultOf(Buffer.from('1. T\u00e9xt.', 'latin1'))).toBe('text');
  });
});
