import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerAs, type TestApplication } from '../support/application.ts';
import { bootWithHistory } from '../support/history.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { callId } from '../support/opened.ts';
import { recordPublishedAgenda } from '../support/published.ts';

const content = (language: 'en' | 'fr', title: string, text: string) => ({
  language,
  title,
  text,
  primaryTheme: 'RISK',
  secondaryThemes: [],
  economicCommunity: null,
});

const images = content('en', 'Scanner images', 'Images of the scanner at the lake are sent to the neighbour before the lorry arrives.');
const une = content('fr', 'Une seule image', 'L’image du scanner est transmise au voisin avant que le camion ne traverse le lac.');
const scanned = content('en', 'Scanned once', 'Lorries are scanned at the lake, and the neighbour receives the image.');

describe('what is told about texts', () => {
  let application: TestApplication;
  let server: TestServer;
  let officer: string;
  let delegate: string;
  const ids: string[] = [];
  let before: number;
  beforeAll(async () => {
    application = await bootWithHistory('2015-02-10T12:00:00.000Z');
    await recordPublishedAgenda(application);
    const submit = async (member: string, written: ReturnType<typeof content>): Promise<void> => {
      const draft = { kind: 'topic', guidanceId: 'PC0410.GR-2', callId, content: written } as const;
      const { id } = await application.done(callerAs('drafter', member), 'saveDraft', draft);
      ids.push((await application.done(callerAs('delegate', member), 'releaseDraft', { draftId: id })).id);
    };
    await submit('KE', images);
    await submit('BI', une);
    await application.ask('recordStanding', {});
    before = application.env.projections.standing().n;
    await submit('JP', scanned);
    server = await serveApplication(application);
    officer = await server.tokenFor('officer');
    delegate = await server.tokenFor('delegate', 'KE');
  }, 60_000);
  afterAll(() => server.close());

  const get = (path: string, token: string | null = officer): Promise<HttpAnswer> => server.get(path, { token });
  const pairs = ({ body }: HttpAnswer): readonly string[] =>
    (body['items'] as { a: { contributionId: string }; b: { contributionId: string } }[]).map(({ a, b }) =>
      [ids.indexOf(a.contributionId), ids.indexOf(b.contributionId)].join(),
    );

  it('pairs that may say the same go to the Secretariat, narrowed as it asks', async () => {
    const all = await get('/api/v1/duplicate-suggestions');
    expect([all.status, [...pairs(all)].sort()]).toStrictEqual([200, ['0,1', '0,2', '1,2']]);
    expect(pairs(await get('/api/v1/duplicate-suggestions?languages=same'))).toStrictEqual(['0,2']);
    expect(pairs(await get(`/api/v1/duplicate-suggestions?contributionId=${ids[1] ?? ''}&limit=1`)).length).toBe(1);
    const { matches } = (all.body['items'] as { matches: { a: string[]; b: string[] }[] }[])[0] ?? { matches: [] };
    expect(matches.length).toBeGreaterThan(2);
  });

  it('pairs go to nobody else', async () => {
    for (const token of [delegate, null]) expect((await get('/api/v1/duplicate-suggestions', token)).status).toBe(404);
  });

  it.each([
    ['languages=some', 'query.bad_value'],
    ['what=ever', 'query.unknown_parameter'],
    ['cursor=x', 'paging.bad_cursor'],
    ['limit=0', 'query.bad_value'],
  ])('a question that is none (%s) is refused as %s', async (query, code) => {
    const { status, body } = await get(`/api/v1/duplicate-suggestions?${query}`);
    expect([status, body['code']]).toStrictEqual([400, code]);
  });

  it('pairs are shown as they were', async () => {
    expect(pairs(await get(`/api/v1/duplicate-suggestions?asOf=${before}`))).toStrictEqual(['0,1']);
    expect(pairs(await get('/api/v1/duplicate-suggestions?asOf=0'))).toStrictEqual([]);
  });

  const draft = {
    kind: 'topic',
    language: 'en',
    title: 'Sharing scans',
    text: 'The image of a lorry at the lake reaches the neighbour.',
    primaryTheme: null,
  };
  const found = ({ body }: HttpAnswer): readonly number[] =>
    Object.values(body as Record<string, { contribution: { contributionId: string } }>).map(({ contribution }) =>
      ids.indexOf(contribution.contributionId),
    );

  it('while writing, everybody is told what he may know of, and nothing is recorded', async () => {
    const size = application.env.projections.standing().n;
    const told = await server.post('/api/v1/duplicate-suggestions/lookup', draft, { token: officer });
    expect([told.status, [...found(told)].sort()]).toStrictEqual([200, [0, 1, 2]]);
    expect(found(await server.post('/api/v1/duplicate-suggestions/lookup', draft, { token: delegate }))).toStrictEqual([0]);
    expect(application.env.projections.standing().n).toBe(size);
  });

  it('while writing, a body that is none is refused', async () => {
    const refused = await server.post('/api/v1/duplicate-suggestions/lookup', { ...draft, language: 'de' }, { token: officer });
    expect([refused.status, refused.body['code']]).toStrictEqual([400, 'input.invalid']);
    expect((await server.post('/api/v1/duplicate-suggestions/lookup', draft)).status).toBe(401);
  });

  it('themes are suggested with the words that led to them, of a contribution and of a text', async () => {
    const text = {
      language: 'fr',
      title: 'Profils de risque',
      text: 'La sélectivité et le ciblage reposent sur des profils de risque communs.',
    };
    const told = await server.post('/api/v1/theme-suggestions/lookup', text, { token: delegate });
    expect([told.status, told.body]).toStrictEqual([200, expect.objectContaining({ themeSetId: 'ptc', version: 1, primaryTheme: 'RISK' })]);
    const [risk] = told.body['themes'] as { code: string; words: string[] }[];
    expect(risk).toMatchObject({ code: 'RISK', words: expect.arrayContaining(['Profils de risque', 'sélectivité', 'ciblage']) as unknown });
    expect((await get(`/api/v1/theme-suggestions?contributionId=${ids[0] ?? ''}`)).status).toBe(200);
    expect((await get(`/api/v1/theme-suggestions?contributionId=${ids[2] ?? ''}`, delegate)).status).toBe(404);
    expect((await get('/api/v1/theme-suggestions')).body['code']).toBe('query.bad_value');
  });

  const total = async (path: string, token: string | null = officer): Promise<unknown> => (await get(path, token)).body['total'];

  it('search finds what each may know of, and counts nothing else', async () => {
    const path = '/api/v1/search?q=camion&kind=topic';
    expect([await total(path), await total(path, delegate), await total(path, null)]).toStrictEqual([1, 0, 0]);
    expect([
      await total('/api/v1/search?kind=topic&q=lake'),
      await total('/api/v1/search?kind=topic&q=lake', delegate),
      await total('/api/v1/search?kind=topic&q=lake', null),
    ]).toStrictEqual([2, 1, 0]);
    const [hit] = (await get('/api/v1/search?q=lorry&limit=1', delegate)).body['items'] as {
      id: string;
      excerpt: { text: string; marked: boolean }[];
    }[];
    expect([hit?.id, hit?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)]).toStrictEqual([ids[0], ['lorry']]);
  });

  it('search looks back, and tells nobody then what he may not know today', async () => {
    expect([
      await total(`/api/v1/search?kind=topic&q=lake&asOf=${before}`),
      await total(`/api/v1/search?kind=topic&q=lake&asOf=${before}`, delegate),
    ]).toStrictEqual([1, 1]);
    expect(await total(`/api/v1/search?kind=topic&q=lake&asOf=${before}`, null)).toBe(0);
    expect(await total('/api/v1/search?kind=topic&q=lake&asOf=0')).toBe(0);
  });

  it.each(['', 'q=', 'q=%20', 'q=x&kind=draft', 'q=x&language=de', 'q=x&limit=0', 'q=x&cursor=x', `q=${'x'.repeat(401)}`])(
    'search refuses ?%s',
    async (query) => {
      const { status, body } = await get(`/api/v1/search?${query}`);
      expect([status, ['query.bad_value', 'paging.bad_cursor'].includes(String(body['code']))]).toStrictEqual([400, true]);
    },
  );

  it('search is not led astray by what is looked for', async () => {
    for (const words of ['"', 'a" OR "b', 'NEAR(a b)', '{title_en}: x', "'; DROP TABLE search_entry", '%00', '(((', '🦓'])
      expect([words, (await get(`/api/v1/search?q=${encodeURIComponent(words)}`)).status]).toStrictEqual([words, 200]);
  });
});
