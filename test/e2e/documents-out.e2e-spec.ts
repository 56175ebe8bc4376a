import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseWorkingDocument } from '../../libs/documents/src/index.ts';
import { bootWorkingApplication, callerAs, type TestApplication } from '../support/application.ts';
import { planLaterSessions, sent } from '../support/follow-up.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { expectAsWritten, itWithPoppler, seenByPoppler } from '../support/poppler.ts';
import { recordPublishedAgenda } from '../support/published.ts';

const version = '/agendas/A/versions/1';
const paths = {
  agenda: `${version}/agenda`,
  annotated: `${version}/annotated-agenda`,
  difference: `${version}/differences-from/1`,
  circulation: `${version}/circulation-note`,
  outcomes: '/agendas/A/outcome-record',
  compendium: '/compendium',
  coverage: '/coverage',
  synthesis: '/guidance-requests/PC0410.GR-2/synthesis',
  followUp: '/sessions/PTC-209-210/follow-up',
} as const;
const languages = ['en', 'fr'] as const;
const formats = { pdf: '%PDF-1.7', docx: 'PK', md: '' } as const;
const everything = Object.keys(paths) as readonly (keyof typeof paths)[];

describe('what leaves the house as documents and tables', () => {
  let application: TestApplication;
  let server: TestServer;
  let officer: string;
  let kenya: string;
  const file = async (path: string, token: string | null = officer) => {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`${server.url}/api/v1/documents-out${path}`, { headers });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const hashes = async () => {
    const asked = everything.flatMap((kind) =>
      languages.flatMap((language) => Object.keys(formats).map((format) => ({ kind, language, format }))),
    );
    const told: Record<string, string> = {};
    for (const { kind, language, format } of asked) {
      const { status, bytes } = await file(`${paths[kind]}?language=${language}&format=${format}`);
      told[`${kind} ${language} ${format}`] = `${status} ${createHash('sha256').update(bytes).digest('hex')}`;
    }
    return told;
  };

  beforeAll(async () => {
    application = bootWorkingApplication('2015-02-10T12:00:00.000Z');
    await recordPublishedAgenda(application);
    await planLaterSessions(application);
    await sent(application, 'KE', 'practice', 'One form * two ** stars | <b>3</b>');
    await sent(application, 'FR', 'topic', 'Another topic');
    const until = { wallTime: '2015-04-30T18:00', zone: 'Europe/Brussels' };
    await application.done(callerAs('officer', null, 'ada'), 'circulateAgenda', { agendaId: 'A', commentsUntil: until });
    server = await serveApplication(application);
    officer = await server.tokenFor('officer');
    kenya = await server.tokenFor('delegate', 'KE');
    await application.ask('sessions', {});
  });
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-documents-'));
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  });

  it('comes in each form and language, and the same history gives the same bytes', async () => {
    const first = await hashes();
    expect(Object.entries(first).filter(([, told]) => !told.startsWith('200 '))).toStrictEqual([]);
    expect(new Set(Object.values(first)).size).toBe(everything.length * languages.length * Object.keys(formats).length);
    expect(await hashes()).toStrictEqual(first);
  }, 60_000);

  itWithPoppler.each(everything.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
    'is, as %s in %s, what poppler reads: title, language, tags, order, table headers, whole fonts',
    async (kind, language) => {
      const asked = `${paths[kind]}?language=${language}&format=`;
      const seen = seenByPoppler(folder, `${kind}-${language}`, (await file(`${asked}pdf`)).bytes);
      expect([seen.language, seen.title !== '']).toStrictEqual([language, true]);
      expectAsWritten(seen, (await file(`${asked}md`)).bytes.toString('utf8'));
    },
  );

  it.each(Object.entries(formats))('is handed over as %s, for saving, never for showing', async (format, begins) => {
    const { headers, bytes } = await file(`${paths.agenda}?format=${format}`);
    expect(bytes.subarray(0, begins.length).toString('latin1')).toBe(begins);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="A-AGENDA-v1-E.${format}"`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(languages)('a follow-up in %s that is imported again: same paragraphs, same requests, no warning', async (language) => {
    const { bytes } = await file(`${paths.followUp}?language=${language}&format=md&item=IX - a`);
    const text = bytes.toString('utf8');
    const read = parseWorkingDocument(text);
    if ('code' in read) throw new Error(read.code);
    expect(read.warnings).toStrictEqual([]);
    expect(read.document).toMatchObject({ sessions: [209, 210], documentDate: '2015-09-14', agendaItem: { roman: 'IX', sub: 'a' } });
    const printed = text.split('\n').filter((line) => /^\d+\. /.test(line));
    expect(read.parts.body.paragraphs.map(({ number }) => number)).toStrictEqual(printed.map((_, at) => at + 1));
    const unmarked = text.replaceAll('\\*', '*').replace(/[\u00A0 ]+/g, ' ');
    const paragraphs = read.parts.body.paragraphs.map((paragraph) => [
      paragraph.text,
      ...paragraph.bullets.map((bullet) => `- ${bullet.text}`),
    ]);
    expect(paragraphs.flat().filter((paragraph) => !unmarked.includes(paragraph))).toStrictEqual([]);
    expect(read.guidanceRequests.map(({ ref }) => ref)).toStrictEqual(['GR-1', 'GR-2', 'GR-3']);
    const imported = await application.done(callerAs('officer', null), 'importWorkingDocument', { bytes });
    expect(imported.events[0]?.data).toMatchObject({ warnings: [] });
  });

  const importing = async (bytes: Buffer, type: string, query = '') => {
    const key = createHash('sha256').update(bytes).update(query).digest('hex').slice(0, 32);
    const headers = { authorization: `Bearer ${officer}`, 'content-type': type, 'idempotency-key': key };
    const response = await fetch(`${server.url}/api/v1/documents${query}`, { method: 'POST', headers, body: new Uint8Array(bytes) });
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  };
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  it.each([
    ['en', 'docx', word],
    ['en', 'pdf', 'application/pdf'],
    ['fr', 'docx', 'application/octet-stream'],
    ['fr', 'pdf', 'application/pdf'],
  ] as const)('a follow-up in %s comes back as %s: read as its text is, its bytes kept', async (language, format, type) => {
    const symbol = language === 'en' ? 'PC0990E1' : 'PC0990F1';
    const made = async (form: string) =>
      (await file(`${paths.followUp}?language=${language}&format=${form}&item=IX - a&symbol=${symbol}`)).bytes;
    const bytes = await made(format);
    const { status, body } = await importing(bytes, type);
    expect(status).toBe(201);
    const id = String(body['id']);
    const textId = (await importing(await made('md'), 'text/markdown')).body['id'];
    await application.settled();
    const [come, text] = [
      await application.ask('documentText', { documentId: id }),
      await application.ask('documentText', { documentId: String(textId) }),
    ];
    const toldBy = (told: string) => (format === 'pdf' && /\p{Script=Arabic}/u.test(told) ? told.slice(0, 10) : told);
    const wordsOf = (read: typeof come) => ({
      header: read?.header,
      requests: read?.guidanceRequests.map((request) => [request.ref, request.text]),
      paragraphs: read?.paragraphs.map(({ id: paragraph, text: words, bullets }) => [
        paragraph,
        words,
        ...bullets.map((bullet) => toldBy(bullet.text)),
      ]),
    });
    // A PDF holds letters where they stand: the order of words that run to the left is for a person to compare.
    expect(come?.warnings.map(({ code }) => code)).toStrictEqual(format === 'pdf' ? ['RIGHT_TO_LEFT_TEXT'] : []);
    expect(come?.paragraphs.length).toBeGreaterThan(5);
    expect(wordsOf(come)).toStrictEqual(wordsOf(text));
    const source = await fetch(`${server.url}/api/v1/documents/${id}/source`, { headers: { authorization: `Bearer ${officer}` } });
    expect(Buffer.from(await source.arrayBuffer()).equals(bytes)).toBe(true);
    expect(source.headers.get('content-disposition')).toContain(`.${format}"`);
    const again = await importing(bytes, type, '?again');
    expect([again.status, again.body['events']]).toStrictEqual([400, undefined]);
    expect((await fetch(`${server.url}/api/v1/documents/${id}/source`)).status).toBe(404);
  });

  it('takes nothing that cannot be read, and says why in both languages', async () => {
    const before = (await application.ask('documents', {})).length;
    const { status, body } = await importing(Buffer.from('%PDF-1.7 nothing'), 'application/pdf');
    expect([status, body['code']]).toStrictEqual([422, 'document.pdf_damaged']);
    expect((await importing(Buffer.from('PK\u0003\u0004 nothing'), word)).body['code']).toBe('document.docx_damaged');
    expect((await importing(Buffer.from('1. Text'), 'image/png')).status).toBe(415);
    expect((await importing(Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'application/pdf')).status).toBe(413);
    expect((await application.ask('documents', {})).length).toBe(before);
  });

  it('shows nobody more than the page that it is made from', async () => {
    expect((await file(paths.agenda, null)).status).toBe(200);
    expect((await file(paths.circulation, null)).status).toBe(404);
    expect((await file(paths.circulation, kenya)).status).toBe(200);
    const seen = async (token: string | null) => (await file(`${paths.followUp}?format=md`, token)).bytes.toString('utf8');
    expect([(await seen(officer)).includes('Another topic'), (await seen(kenya)).includes('Another topic')]).toStrictEqual([true, false]);
    expect([(await seen(kenya)).includes('One form'), (await seen(null)).includes('One form')]).toStrictEqual([true, false]);
  });

  it('refuses what is no document with a code', async () => {
    const refused = async (path: string) => {
      const { status, bytes } = await file(path);
      return [status, (JSON.parse(bytes.toString('utf8')) as { readonly code: string }).code];
    };
    expect(await refused('/agendas/B/versions/1/agenda')).toStrictEqual([404, 'object.not_found']);
    expect(await refused('/agendas/A/versions/x/agenda')).toStrictEqual([404, 'object.not_found']);
    expect(await refused(`${paths.agenda}?format=odt`)).toStrictEqual([400, 'query.bad_value']);
    expect(await refused(`${paths.agenda}?language=de`)).toStrictEqual([400, 'query.bad_value']);
    expect(await refused(`${paths.followUp}?symbol=Nothing`)).toStrictEqual([400, 'query.bad_value']);
    expect(await refused(`${paths.followUp}?item=ten`)).toStrictEqual([400, 'query.bad_value']);
  });

  const table = async (path: string, token: string | null = officer) => {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`${server.url}/api/v1/tables/${path}`, { headers });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const rowsOf = async (path: string, token: string | null = officer) =>
    (await table(path, token)).bytes
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

  it.each([
    'contributions',
    'triage',
    'members',
    'guidance-requests',
    'decisions',
    'actions',
    'documents',
    'compendium',
    'agenda?agendaId=A',
  ])('hands over the list of %s in every form, twice the same', async (list) => {
    for (const [format, begins] of Object.entries({ csv: '', xlsx: 'PK', jsonl: '' })) {
      const path = `${list}${list.includes('?') ? '&' : '?'}in=fr&format=${format}`;
      const { status, headers, bytes } = await table(path);
      expect([status, bytes.subarray(0, begins.length).toString('latin1')]).toStrictEqual([200, begins]);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="${list.replace(/\?.*/, '')}.${format}"`);
      expect(bytes.equals((await table(path)).bytes)).toBe(true);
    }
  });

  it('shows in a table what the list shows, with its filter and its rights', async () => {
    for (const [query, token] of [
      ['', officer],
      ['kind=topic', officer],
      ['member=KE', kenya],
      ['', kenya],
    ] as const) {
      const { body } = await server.get(`/api/v1/contributions?limit=200&${query}`, { token });
      const shown = (body['items'] as readonly { readonly contributionId: string }[]).map(({ contributionId }) => contributionId);
      expect((await rowsOf(`contributions?format=jsonl&${query}`, token)).map((row) => row['contributionId'])).toStrictEqual(shown);
    }
    expect((await rowsOf('contributions?format=jsonl')).length).toBeGreaterThan((await rowsOf('contributions?format=jsonl', kenya)).length);
  });

  it('refuses a list of others, an unknown one and a bad filter', async () => {
    expect((await table('triage', kenya)).status).toBe(404);
    expect((await table('secrets')).status).toBe(404);
    expect((await table('contributions?kind=poem')).status).toBe(400);
    expect((await table('contributions?colour=red')).status).toBe(400);
    expect((await table('contributions?format=ods')).status).toBe(400);
    expect((await table('agenda?agendaId=B')).status).toBe(404);
  });
});
