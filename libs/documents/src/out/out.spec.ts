import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { afterAll, describe, expect, it } from '@jest/globals';
import { itWhere } from '../../../../test/support/where.ts';
import { parseWorkingDocument } from '../import/index.ts';
import { toDocx, toMarkdown, toPdf, type Block, type OutDocument } from './index.ts';

const title = 'Guichet unique régional — œuvre';
const hard = 'منظمة الجمارك and שלום עולם; e\u0301a\u0308; 😀; 税; <b>&amp; **stars**';

const document = (blocks: readonly Block[], language: 'en' | 'fr' = 'en'): OutDocument => ({
  language,
  symbol: language === 'en' ? 'PC0450E1' : 'PC0450F1',
  title,
  subtitle: 'What was received',
  agendaItem: language === 'en' ? 'Item IX - a on the agenda' : 'Point IX - a de l’ordre du jour',
  cover:
    language === 'en'
      ? ['209th/210th Sessions', '14 – 16 October 2015', 'Brussels, 14 September 2015']
      : ['209ème/210ème sessions', '14 – 16 octobre 2015', 'Bruxelles, le 14 septembre 2015'],
  blocks,
  standing: { size: 1175, root: 'abcdEFGH0123456789abcdEFGH0123456789abcdEFG=', at: '2015-09-14T07:00:00.000Z' },
});

const blocks: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Introduction' },
  { kind: 'numbered', number: 1, text: 'Türkiye and Côte d’Ivoire asked:', bullets: ['one;', 'two.'] },
  { kind: 'numbered', number: 2, text: `Hard: ${hard}.`, bullets: [] },
  { kind: 'heading', level: 1, text: 'Expected Outcome' },
  { kind: 'numbered', number: 3, text: 'The delegates to the PTC are requested to:', bullets: ['Take note;', 'Conclude on GR-1.'] },
];

const table: Block = {
  kind: 'table',
  caption: 'By region',
  columns: [
    { title: 'Region', share: 2 },
    { title: 'Contributions', share: 2 },
    { title: 'Words', share: 4 },
  ],
  rows: Array.from({ length: 60 }, (_, at) => [
    `Region ${at}`,
    String(at),
    at === 7 ? `${'x'.repeat(2_000)} end of row seven` : 'Some text',
  ]),
};

const marked: Block = {
  kind: 'paragraph',
  text: [{ text: 'The title ' }, { text: 'old words', mark: 'removed' }, { text: ' ' }, { text: 'new words', mark: 'added' }],
};

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-pages-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a document as Markdown', () => {
  it('is read back by our own importer: same paragraphs, same requests, no warning', () => {
    const read = parseWorkingDocument(toMarkdown(document(blocks)));
    if ('code' in read) throw new Error(read.code);
    expect(read.warnings).toStrictEqual([]);
    expect(
      read.parts.body.paragraphs.map(({ number, text: own, bullets }) => [number, own, bullets.map((bullet) => bullet.text)]),
    ).toStrictEqual([
      [1, 'Türkiye and Côte d’Ivoire asked:', ['one;', 'two.']],
      [2, `Hard: ${hard}.`, []],
      [3, 'The delegates to the PTC are requested to:', ['Take note;', 'Conclude on GR-1.']],
    ]);
    expect(read.guidanceRequests.map((request) => request.text)).toStrictEqual(['Take note', 'Conclude on GR-1']);
    expect(read.document).toMatchObject({
      sessions: [209, 210],
      title,
      place: 'Brussels',
      documentDate: '2015-09-14',
      agendaItem: { roman: 'IX', sub: 'a' },
    });
  });

  it('is read back in French too', () => {
    const french: readonly Block[] = [
      ...blocks.slice(0, 3),
      { kind: 'heading', level: 1, text: 'Résultat attendu' },
      { kind: 'numbered', number: 3, text: 'Les délégués du CTP sont invités à :', bullets: ['Prendre note.'] },
    ];
    const read = parseWorkingDocument(toMarkdown(document(french, 'fr')));
    if ('code' in read) throw new Error(read.code);
    expect([read.warnings, read.guidanceRequests.map((request) => request.text)]).toStrictEqual([[], ['Prendre note']]);
  });
});

describe('a document as DOCX', () => {
  it('has real headings, numbering and table headers, and the same bytes twice', async () => {
    const whole = document([...blocks, table, marked]);
    const bytes = await toDocx(whole);
    expect(bytes.equals(await toDocx(whole))).toBe(true);
    const zip = await fromBufferPromise(bytes);
    const parts: Record<string, string> = {};
    for await (const entry of zip.eachEntry()) parts[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
    const body = parts['word/document.xml'] ?? '';
    expect(body.match(/w:pStyle w:val="Heading\d"/g)).toStrictEqual([1, 2, 2].map((level) => `w:pStyle w:val="Heading${level}"`));
    expect([body.includes('<w:numPr>'), body.includes('<w:tblHeader/>')]).toStrictEqual([true, true]);
    expect(parts['docProps/core.xml']).toContain('2015-09-14T07:00:00.000Z');
  });
});

const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined;
const itWithPoppler = itWhere(hasPoppler, 'pages are not looked at by poppler: pdfinfo is not here');

/** Writes a document as PDF and asks poppler about it. */
const asked = async (made: OutDocument) => {
  const bytes = await toPdf(made);
  const file = join(folder, `${made.symbol}-${made.blocks.length}.pdf`);
  writeFileSync(file, bytes);
  const ask = (tool: string, ...options: readonly string[]): string => execFileSync(tool, [...options, file], { encoding: 'utf8' });
  return {
    bytes,
    info: ask('pdfinfo'),
    structure: ask('pdfinfo', '-struct-text'),
    fonts: ask('pdffonts'),
    text: execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }),
  };
};

describe('a document as PDF, as poppler sees it', () => {
  itWithPoppler('has title, language, tags, embedded fonts, order, symbol and state of the record; the same bytes twice', async () => {
    const whole = document([...blocks, table, marked]);
    const { bytes, info, structure, fonts, text: read } = await asked(whole);
    expect(bytes.equals(await toPdf(whole))).toBe(true);
    expect(info).toMatch(/Title: +Guichet unique régional — œuvre\n/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(bytes.toString('latin1')).toContain('/Lang (en)');
    const rows = fonts.trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter((row) => !/ yes yes yes /.test(row))).toStrictEqual([]);
    const order = [
      '209th/210th',
      title,
      'Introduction',
      'Türkiye and Côte d’Ivoire asked',
      'Expected Outcome',
      'Region 59',
      '[removed: old words]',
    ];
    const places = order.map((words) => structure.indexOf(words));
    expect(places.every((place, at) => place > (places[at - 1] ?? -1))).toBe(true);
    expect(structure.match(/^ +TH/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(structure).toContain('H1 (block)');
    const pages = Number(/Pages: +(\d+)/.exec(info)?.[1]);
    expect(read.split('PC0450E1').length - 1).toBe(pages);
    expect(read.split('Ledger size 1175 · root abcdEFGH').length - 1).toBe(pages);
  });

  itWithPoppler('says so in French', async () => {
    const { bytes, text: read } = await asked(document(blocks, 'fr'));
    expect(bytes.toString('latin1')).toContain('/Lang (fr)');
    expect(read).toContain('Taille du registre 1175 · racine abcdEFGH');
    expect(read).toContain('Page 1 / 1');
  });

  itWithPoppler('keeps what is hard to print: no character is lost unseen', async () => {
    const { structure } = await asked(document([{ kind: 'numbered', number: 1, text: hard, bullets: [] }]));
    expect(structure).toContain('[U+7A0E]');
    expect(structure).toContain('😀');
    expect(structure).toContain('<b>&amp; **stars**');
  });

  itWithPoppler('takes a title of 2,000 characters, 500 items and nothing at all', async () => {
    const long = {
      ...document(Array.from({ length: 500 }, (_, at) => ({ kind: 'heading', level: 2, text: `Item ${at}` }) as const)),
      title: 'Title '.repeat(333),
    };
    const { info, structure } = await asked(long);
    expect(Number(/Pages: +(\d+)/.exec(info)?.[1])).toBeGreaterThan(10);
    expect(structure).toContain('Item 499');
    const { info: empty } = await asked({ ...document([]), standing: { size: 0, root: null, at: null } });
    expect(empty).toMatch(/Pages: +1\n/);
  });
});
