import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerAs, type TestApplication } from '../support/application.ts';
import { bootWithHistory } from '../support/history.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { topicDraft } from '../support/opened.ts';
import { recordPublishedAgenda } from '../support/published.ts';

describe('looking back', () => {
  let application: TestApplication;
  let server: TestServer;
  let officer: string;
  let size: number;
  let before: number;
  beforeAll(async () => {
    application = await bootWithHistory('2015-02-10T12:00:00.000Z');
    await recordPublishedAgenda(application);
    size = application.env.projections.standing().n;
    application.moveTo('2015-02-20T12:00:00.000Z');
    const draft = await application.done(callerAs('drafter', 'JP'), 'saveDraft', topicDraft('Later'));
    await application.done(callerAs('delegate', 'JP'), 'releaseDraft', { draftId: draft.id });
    server = await serveApplication(application);
    officer = await server.tokenFor('officer');
    before = (application.env.rowHistory?.sizeAtVersion('A', 1) ?? 0) - 1;
  }, 60_000);
  afterAll(() => server.close());

  const total = ({ body }: HttpAnswer): unknown => body['total'];
  const get = (path: string, token: string | null = officer): Promise<HttpAnswer> => server.get(path, { token });

  it('shows a list as it was after so many entries, and says which', async () => {
    const [then, now] = [await get(`/api/v1/contributions?asOf=${size}`), await get('/api/v1/contributions')];
    expect([total(then), total(now), then.headers.get('x-as-of'), now.headers.get('x-as-of')]).toStrictEqual([1, 2, String(size), null]);
    expect(total(await get('/api/v1/contributions?asOf=0'))).toBe(0);
  });

  it('shows it as it was at an instant, with or without an offset', async () => {
    for (const instant of ['2015-02-20T11:59:59.999Z', '2015-02-20T12:59:59.999+01:00', '2015-02-10T12:00:00Z'])
      expect(total(await get(`/api/v1/contributions?asOf=${encodeURIComponent(instant)}`))).toBe(1);
    expect(total(await get('/api/v1/contributions?asOf=2015-02-20T12:00:00.000Z'))).toBe(2);
  });

  it('shows it as it was when a version of the agenda was published', async () => {
    const published = await get('/api/v1/agendas/A/versions/1?asOf=agenda:A:v1');
    expect([published.status, published.headers.get('x-as-of')]).toStrictEqual([200, String(before + 1)]);
    expect((await get(`/api/v1/agendas/A/versions/1?asOf=${before}`)).status).toBe(404);
  });

  it('tells the time of then', async () => {
    expect((await get(`/api/v1/record/standing?asOf=${size}`)).body).toMatchObject({ n: size, now: '2015-02-10T12:00:00.000Z' });
  });

  it('gives no revision of the past to act on', async () => {
    const [topic] = (await get('/api/v1/contributions')).body['items'] as { contributionId: string }[];
    const path = `/api/v1/contributions/${topic?.contributionId ?? ''}`;
    expect([(await get(path)).headers.has('etag'), (await get(`${path}?asOf=${size}`)).headers.has('etag')]).toStrictEqual([true, false]);
  });

  it('shows nobody then what is not open today, and nobody today what was not open then', async () => {
    const [item] = (await get('/api/v1/contributions')).body['items'] as { contributionId: string }[];
    const path = `/api/v1/contributions/${item?.contributionId ?? ''}`;
    expect((await get(path, null)).status).toBe(200);
    expect((await get(`${path}?asOf=${before}`, null)).status).toBe(404);
    expect((await get(`${path}?asOf=${before}`)).status).toBe(200);
    expect(total(await get(`/api/v1/contributions?asOf=${before}`, null))).toBe(0);
  });

  it.each<[string, string, number, string]>([
    ['words', 'yesterday', 400, 'asof.malformed'],
    ['a negative number', '-1', 400, 'asof.malformed'],
    ['an instant without a zone', '2015-02-20T12:00:00', 400, 'asof.malformed'],
    ['a day that does not exist', '2015-02-31T99:00:00Z', 400, 'asof.malformed'],
    ['an entry to come', '99999999', 422, 'asof.in_future'],
    ['an instant to come', '2015-02-20T12:00:00.001Z', 422, 'asof.in_future'],
    ['a version that never was', 'agenda:A:v9', 404, 'asof.unknown_version'],
  ])('refuses %s', async (_what, asOf, status, code) => {
    const answer = await get(`/api/v1/contributions?asOf=${encodeURIComponent(asOf)}`);
    expect([answer.status, answer.body['code']]).toStrictEqual([status, code]);
  });

  it('refuses where no past is kept, and where something is done', async () => {
    const drafter = await server.tokenFor('drafter', 'KE');
    expect((await server.get('/api/v1/drafts?asOf=1', { token: drafter })).body['code']).toBe('asof.not_available');
    for (const path of ['/health/ready', '/metrics', '/api/v1/openapi.json'])
      expect((await get(`${path}?asOf=1`)).body['code']).toBe('asof.not_available');
    const post = await server.post('/api/v1/drafts?asOf=1', topicDraft(), { token: drafter });
    expect([post.status, post.body['code']]).toStrictEqual([400, 'query.unknown_parameter']);
  });

  it('draws every page as it was, says so, and goes on looking back', async () => {
    const home = String((await get(`/en?asOf=${before}`)).body['text']);
    expect(home).toContain(`After entry ${before}`);
    expect(home).toContain(`href="/en/members?asOf=${before}"`);
    expect(home).toContain('href="/en">Back to the present');
    expect(home).not.toContain('was published on');
    expect(String((await get('/fr?asOf=agenda:A:v1')).body['text'])).toContain('a été publiée');
    const missing = await get(`/fr/agendas/A?asOf=${before}`);
    expect(missing.status).toBe(404);
    const wrong = await get('/fr?asOf=hier');
    expect([wrong.status, String(wrong.body['text']).includes('Cet état ne peut être montré')]).toStrictEqual([400, true]);
    const chosen = await fetch(`${server.url}/fr/members?display=dark&asOf=${before}`, { redirect: 'manual' });
    expect(chosen.headers.get('location')).toBe(`/fr/members?asOf=${before}`);
  });
});
