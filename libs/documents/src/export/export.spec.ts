import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { fromBufferPromise } from 'yauzl';
import { buffer, text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { csvCellText, toCsv, toIcs, toJsonLines, toXlsx, type Calendar, type Table, type TableCell } from './index.ts';

const cells: readonly (readonly TableCell[])[] = [
  ['=1+1', -3, '2015-03-31', '2015-03-31T21:59:00.000Z', true],
  ['He said "no",\r\nthen left', 0, null, null, false],
  ["'quoted", 2.5, '1804-02-29', null, null],
  [' Côte d’Ivoire ', null, null, null, null],
  ['', null, null, null, null],
];

const table = (rows: Table['rows'] = cells): Table => ({
  name: 'Contributions/2015',
  language: 'fr',
  columns: [
    { key: 'title', type: 'text', title: { en: 'Title', fr: 'Titre' } },
    { key: 'count', type: 'number', title: { en: 'Count', fr: 'Nombre' } },
    { key: 'day', type: 'date', title: { en: 'Day', fr: 'Jour' } },
    { key: 'at', type: 'instant', title: { en: 'At', fr: 'Le' } },
    { key: 'late', type: 'yesNo', title: { en: 'Late', fr: 'Tardif' } },
  ],
  rows,
});

const joined = (pieces: AsyncIterable<string>) => text(Readable.from(pieces));

/** Reads CSV as somebody else's program does, strictly by RFC 4180. */
const readCsv = (source: string): readonly (readonly string[])[] => parse(source, { bom: true, record_delimiter: '\r\n' });

describe('a table', () => {
  it('comes back from CSV as it was, and no cell is a formula', async () => {
    const [head, ...rows] = readCsv(await joined(toCsv(table())));
    expect(head).toStrictEqual(['Titre', 'Nombre', 'Jour', 'Le', 'Tardif']);
    expect(rows[0]?.[0]).toBe("'=1+1");
    expect(rows.map(([title = '']) => csvCellText(title))).toStrictEqual(cells.map(([title]) => title));
    expect(rows[0]?.slice(1)).toStrictEqual(['-3', '2015-03-31', '2015-03-31T21:59:00.000Z', 'true']);
  });

  it('comes back from CSV whatever is in its cells', async () => {
    const hard = ['"', ',', '\r\n', '\n', "'", '=', '\t', '\uFEFF', '😀', 'שלום', 'e\u0301', ' ', 'a'];
    const texts = hard.flatMap((one) => hard.flatMap((two) => [`${one}${two}`, `${two}x${one}`, `${one}${one}${two}`]));
    const rows = texts.map((said, at) => [said, at, null, null, null] as const);
    const [, ...read] = readCsv(await joined(toCsv(table(rows), true)));
    expect(read.map(([title = '', count]) => [csvCellText(title), Number(count)])).toStrictEqual(texts.map((said, at) => [said, at]));
  });

  it.each(['csv', 'jsonl', 'xlsx'] as const)('takes rows of %s only as its reader takes bytes', async (form) => {
    let taken = 0;
    const endless = () =>
      (function* () {
        for (;;) {
          taken += 1;
          // Texts that hardly get smaller when they are packed.
          yield [Array.from({ length: 8 }, (_, at) => Math.sin(taken * 8 + at)).join(' '), taken, '2015-03-31', null, false];
        }
      })();
    const made = table(endless());
    const stream = form === 'xlsx' ? toXlsx(made) : Readable.from(form === 'csv' ? toCsv(made) : toJsonLines(made));
    const pieces = stream[Symbol.asyncIterator]();
    await pieces.next();
    // What lies between reader and rows fills up; then nobody writes, for nobody reads.
    for (let before = -1; before !== taken;) {
      before = taken;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect([taken > 0, taken < 20_000]).toStrictEqual([true, true]);
    stream.destroy();
  });

  it('begins with a byte order mark only when asked', async () => {
    expect((await joined(toCsv(table(), true))).startsWith('\uFEFFTitre')).toBe(true);
    expect((await joined(toCsv(table()))).startsWith('Titre')).toBe(true);
  });

  it('is one object a line in JSON Lines', async () => {
    const lines = (await joined(toJsonLines(table()))).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)[0]).toStrictEqual({
      title: '=1+1',
      count: -3,
      day: '2015-03-31',
      at: '2015-03-31T21:59:00.000Z',
      late: true,
    });
    expect(lines).toHaveLength(cells.length);
  });

  it('keeps its types in XLSX, freezes its header, and has the same bytes twice', async () => {
    const bytes = await buffer(toXlsx(table()));
    expect(bytes.equals(await buffer(toXlsx(table())))).toBe(true);
    const zip = await fromBufferPromise(bytes);
    const parts: Record<string, string> = {};
    for await (const entry of zip.eachEntry()) parts[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain(
      '<c t="inlineStr" s="4"><is><t xml:space="preserve">=1+1</t></is></c><c><v>-3</v></c><c s="2"><v>42094</v></c>',
    );
    expect(sheet).toContain('<c t="b"><v>1</v></c>');
    expect(sheet).toContain('1804-02-29</t>');
    expect(parts['xl/workbook.xml']).toContain('name="Contributions 2015"');
  });

  it('tells in every form when its rows fail half way', async () => {
    const broken = () =>
      (function* () {
        yield ['a', 1, null, null, null];
        throw new Error('gone');
      })();
    await expect(joined(toCsv(table(broken())))).rejects.toThrow('gone');
    await expect(joined(toJsonLines(table(broken())))).rejects.toThrow('gone');
    await expect(buffer(toXlsx(table(broken())))).rejects.toThrow('gone');
  });
});

const at = (wallTime: string) => ({ wallTime, zone: 'Europe/Brussels' });

const calendar: Calendar = {
  name: 'Ordre du jour',
  language: 'fr',
  entries: [
    {
      uid: 'RIC-2015.slot-1@rapporteur.localhost',
      sequence: 3,
      status: 'CONFIRMED',
      changedAt: '2015-05-13T10:00:00.000Z',
      summary: `Guichet unique régional; ${'très '.repeat(40)}long, \\ fin`,
      description: 'Ligne 1\nLigne 2',
      location: 'Salle A',
      when: { start: at('2015-06-15T09:30'), end: at('2015-06-15T11:00') },
    },
    {
      uid: 'RIC-2015.slot-2@rapporteur.localhost',
      sequence: 4,
      status: 'CANCELLED',
      changedAt: '2015-05-13T10:00:00.000Z',
      summary: 'Annulé',
      when: { start: at('2015-06-15T11:30'), end: at('2015-06-15T12:00') },
    },
    {
      uid: 'call@x',
      sequence: 0,
      status: 'CONFIRMED',
      changedAt: '2015-01-29T08:00:00Z',
      summary: 'Date limite',
      when: { date: '2015-12-31' },
    },
  ],
};

describe('a calendar', () => {
  it('is read by an independent parser: stable ids, sequence, status, zone', () => {
    const root = new ICAL.Component(ICAL.parse(toIcs(calendar)) as unknown[]);
    const zone = root.getFirstSubcomponent('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Europe/Brussels');
    if (zone !== null) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
    const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events.map(({ uid, sequence }) => [uid, sequence])).toStrictEqual([
      ['RIC-2015.slot-1@rapporteur.localhost', 3],
      ['RIC-2015.slot-2@rapporteur.localhost', 4],
      ['call@x', 0],
    ]);
    expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toStrictEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED']);
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe('2015-06-15T07:30:00.000Z');
    expect(events[0]?.summary).toBe(calendar.entries[0]?.summary);
    expect(events[0]?.description).toBe('Ligne 1\nLigne 2');
    expect([events[2]?.startDate.toString(), events[2]?.endDate.toString()]).toStrictEqual(['2015-12-31', '2016-01-01']);
  });

  it('has no line of more than 75 octets and ends every line with CRLF', () => {
    const lines = toIcs(calendar).split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toStrictEqual([]);
    expect(lines.at(-1)).toBe('');
  });

  it('refuses a zone that nobody knows', () => {
    const when = { start: { wallTime: '2015-06-15T09:30', zone: 'Mars/Olympus' }, end: at('2015-06-15T11:00') };
    expect(() =>
      toIcs({
        ...calendar,
        entries: [{ uid: 'a', sequence: 0, status: 'CONFIRMED', changedAt: '2015-01-01T00:00:00Z', summary: 'a', when }],
      }),
    ).toThrow('no such time zone: Mars/Olympus');
  });
});
