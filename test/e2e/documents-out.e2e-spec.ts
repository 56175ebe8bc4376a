import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseWorkingDocument } from '../../libs/documents/src/index.ts';
import { bootWorkingApplication, callerAs, type TestApplication } from '../support/application.ts';
import { planLaterSessions, sent } from '../support/follow-up.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
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
  afterAll(() => server.close());

  it('comes in each form and language, and the same history gives the same bytes', async () => {
    const first = await hashes();
    expect(Object.entries(first).filter(([, told]) => !told.startsWith('200 '))).toStrictEqual([]);
    expect(new Set(Object.values(first)).size).toBe(everything.length * languages.length * Object.keys(formats).length);
    expect(await hashes()).toStrictEqual(first);
  }, 60_000);

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
