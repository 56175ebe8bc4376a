import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../support/application.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { callId, recordOpenCall, setup, text, topicDraft } from '../support/opened.ts';
import type { MemberCode, CalendarDate } from '../../libs/domain/src/index.ts';

const deep = (levels: number): string => '{"a":'.repeat(levels - 1) + '{}' + '}'.repeat(levels - 1);

describe('bad input over HTTP', () => {
  let application: TestApplication;
  let server: TestServer;
  let drafter: string;
  let officer: string;
  beforeAll(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    server = await serveApplication(application);
    drafter = await server.tokenFor('drafter', 'KE');
    officer = await server.tokenFor('officer');
  });
  afterAll(() => server.close());

  /** The request is refused with this status and code, in both languages, and nothing is recorded. */
  const refused = async (send: () => Promise<HttpAnswer>, status: number, code: string): Promise<HttpAnswer> => {
    const before = await application.env.store.head();
    const answer = await send();
    expect([answer.status, answer.body['code']]).toStrictEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const { en, fr } = answer.body['texts'] as { en: string; fr: string };
    expect(en.length > 10 && fr.length > 10 && en !== fr).toBe(true);
    expect(await application.env.store.head()).toBe(before);
    return answer;
  };
  const draft = (body: unknown) => () => server.post('/api/v1/drafts', body, { token: drafter });

  it.each<[string, unknown, number, string]>([
    ['wrong JSON', '{"kind":', 400, 'json.malformed'],
    ['an empty body', '', 400, 'json.malformed'],
    ['unknown members', { ...topicDraft(), colour: 'red' }, 400, 'input.invalid'],
    ['wrong types', { ...topicDraft(), content: 'text' }, 400, 'input.invalid'],
    ['__proto__', '{"__proto__":{"a":1}}', 400, 'json.forbidden_key'],
    ['constructor', '{"constructor":{"prototype":{}}}', 400, 'json.forbidden_key'],
    ['a key twice', '{"kind":"topic","kind":"practice"}', 400, 'json.duplicate_key'],
    ['depth 33', deep(33), 400, 'json.too_deep'],
    ['a lone surrogate', '{"kind":"\\ud800"}', 400, 'text.lone_surrogate'],
    ['NUL', '{"kind":"\\u0000"}', 400, 'text.control_character'],
    ['257 KB', `{"kind":"${'x'.repeat(257 * 1024)}"}`, 413, 'body.too_large'],
    ['a title of 301 characters', topicDraft('x'.repeat(301)), 400, 'input.invalid'],
  ])('%s is refused', async (_what, body, status, code) => {
    await refused(draft(body), status, code);
  });

  it('depth 32 is read and only then found wrong', async () => {
    await refused(draft(deep(32)), 400, 'input.invalid');
  });

  it('names every wrong field at once', async () => {
    const { body } = await refused(
      draft({ kind: 'song', guidanceId: '', callId, content: { ...topicDraft().content, language: 'de' } }),
      400,
      'input.invalid',
    );
    expect((body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toStrictEqual([
      '/kind',
      '/guidanceId',
      '/content/language',
    ]);
  });

  it('takes no other content type', async () => {
    await refused(
      () => server.post('/api/v1/drafts', '<x/>', { token: drafter, headers: { 'content-type': 'application/xml' } }),
      415,
      'body.unsupported_media_type',
    );
  });

  it('takes no anonymous write, no unknown token, no other scheme', async () => {
    await refused(() => server.post('/api/v1/drafts', topicDraft()), 401, 'token.missing');
    await refused(
      () => server.post('/api/v1/drafts', topicDraft(), { token: `rap_${'0'.repeat(32)}_${'A'.repeat(43)}` }),
      401,
      'token.unknown',
    );
    await refused(() => server.post('/api/v1/drafts', topicDraft(), { headers: { authorization: 'Basic YTpi' } }), 401, 'token.malformed');
    await refused(() => server.get('/api/v1/drafts', { token: 'nonsense' }), 401, 'token.unknown');
  });

  it('tells who may not write so before a body is read', async () => {
    await refused(() => server.post('/api/v1/drafts', '{"kind":'), 401, 'token.missing');
    await refused(() => server.post('/api/v1/drafts', `"${'x'.repeat(300_000)}"`), 401, 'token.missing');
  });

  it('takes no token of an ended accreditation', async () => {
    const { id } = await application.done(setup, 'grantAccreditation', {
      role: 'drafter',
      member: 'KE' as MemberCode,
      validFrom: null,
      validUntil: null,
      language: 'en',
    });
    const { token = '' } = await application.done(setup, 'issueAccessToken', { accreditationId: id, label: 'x', expiresAt: null });
    expect((await server.post('/api/v1/drafts', topicDraft(), { token })).status).toBe(201);
    await application.done(setup, 'endAccreditation', { accreditationId: id, reasonCode: 'left' });
    await refused(() => server.post('/api/v1/drafts', topicDraft(), { token }), 401, 'accreditation.ended');
  });

  it('wants a key with every command, of a form', async () => {
    await refused(
      () => server.post('/api/v1/drafts', topicDraft(), { token: drafter, headers: { 'idempotency-key': 'short' } }),
      400,
      'idempotency.key_malformed',
    );
    const bare = () =>
      fetch(`${server.url}/api/v1/drafts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${drafter}`, 'content-type': 'application/json' },
        body: JSON.stringify(topicDraft()),
      });
    expect(await (await bare()).json()).toMatchObject({ code: 'idempotency.key_missing', status: 400 });
  });

  it('refuses a key that was used for another body, and repeats the answer for the same', async () => {
    const headers = { 'idempotency-key': 'one-key-for-two' };
    const first = await server.post('/api/v1/drafts', topicDraft('a'), { token: drafter, headers });
    const again = await server.post('/api/v1/drafts', topicDraft('a'), { token: drafter, headers });
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toStrictEqual([201, 200, 'true']);
    expect(again.body).toStrictEqual(first.body);
    await refused(() => server.post('/api/v1/drafts', topicDraft('b'), { token: drafter, headers }), 422, 'idempotency.key_reused');
  });

  it('refuses a deadline in an hour that does not exist, or comes twice', async () => {
    const call = (wallTime: string) => ({
      callId: 'X',
      title: text('X'),
      guidanceIds: ['PC0410.GR-1'],
      conferenceId: 'RIC-2015',
      themeSetId: 'ptc',
      closesForNew: { wallTime, zone: 'Europe/Brussels' },
      closesForEdits: { wallTime: '2015-12-01T00:00', zone: 'Europe/Brussels' },
    });
    await refused(() => server.post('/api/v1/calls', call('2015-03-29T02:30'), { token: officer }), 422, 'deadline.nonexistent_hour');
    await refused(() => server.post('/api/v1/calls', call('2015-10-25T02:30'), { token: officer }), 422, 'deadline.ambiguous_hour');
    await refused(() => server.post('/api/v1/calls', call('2015-02-30T02:30'), { token: officer }), 422, 'deadline.bad_wall_time');
  });

  it('refuses an unknown Member and one that has not joined yet', async () => {
    const operator = await server.tokenFor('operator');
    const grant = { role: 'delegate', member: 'XX', validFrom: null, validUntil: null, language: 'en' };
    await refused(() => server.post('/api/v1/accreditations', grant, { token: operator }), 422, 'member.unknown');
    const palestine = {
      code: 'PS' as MemberCode,
      name: { en: 'Palestine', fr: 'Palestine' },
      region: 'MENA',
      accededOn: '2015-03-24' as CalendarDate,
      accessionVerified: false,
      correspondenceLanguage: 'en',
      landlocked: false,
      kind: 'state',
      economicCommunities: [],
    } as const;
    await application.done(setup, 'registerMember', palestine);
    const { id } = await application.done(callerAs('delegate', 'PS'), 'saveDraft', topicDraft());
    const delegate = await server.tokenFor('delegate', 'PS');
    await refused(() => server.post(`/api/v1/drafts/${id}/release`, null, { token: delegate }), 422, 'member.not_yet_joined');
  });

  it('refuses a stale revision and a malformed one', async () => {
    const { body } = await server.post('/api/v1/drafts', topicDraft('x'), { token: drafter });
    const path = `/api/v1/drafts/${String(body['id'])}`;
    expect((await server.post(path, topicDraft('y'), { token: drafter, headers: { 'if-match': '"0"' } })).status).toBe(201);
    await refused(() => server.post(path, topicDraft('z'), { token: drafter, headers: { 'if-match': '"0"' } }), 412, 'revision.stale');
    await refused(() => server.post(path, topicDraft('z'), { token: drafter, headers: { 'if-match': '0' } }), 400, 'revision.malformed');
  });

  it('refuses unknown parameters, bad cursors, bad positions and unknown addresses', async () => {
    await refused(() => server.get('/api/v1/contributions?colour=red'), 400, 'query.unknown_parameter');
    await refused(() => server.get('/api/v1/contributions?limit=0'), 400, 'query.bad_value');
    await refused(() => server.get('/api/v1/contributions?limit=201'), 400, 'query.bad_value');
    await refused(() => server.get('/api/v1/contributions?cursor=nonsense'), 400, 'paging.bad_cursor');
    await refused(() => server.get('/api/v1/members', { headers: { 'x-min-position': 'soon' } }), 400, 'position.malformed');
    await refused(() => server.get('/api/v1/nothing'), 404, 'route.not_found');
    await refused(() => server.post('/api/v1/drafts?dryRun=perhaps', topicDraft(), { token: drafter }), 400, 'query.bad_value');
  });

  it('tries a command dry, reads its own write and knows its revision', async () => {
    const before = await application.env.store.head();
    expect(await server.post('/api/v1/drafts?dryRun=true', topicDraft(), { token: drafter })).toMatchObject({
      status: 200,
      body: { dryRun: true },
    });
    expect(await application.env.store.head()).toBe(before);
    const made = await server.post('/api/v1/drafts', topicDraft('mine'), { token: drafter });
    const seen = await server.get(`/api/v1/drafts/${String(made.body['id'])}`, {
      token: drafter,
      headers: { 'x-min-position': made.headers.get('x-position') ?? '' },
    });
    expect([seen.status, seen.headers.get('etag'), seen.headers.get('cache-control')]).toStrictEqual([200, '"0"', 'no-store']);
    await refused(() => server.get(`/api/v1/drafts/${String(made.body['id'])}`), 404, 'object.not_found');
  });

  it('answers in French when asked', async () => {
    const { body, headers } = await server.get('/api/v1/nothing', { headers: { 'accept-language': 'fr-BE,fr;q=0.9,en;q=0.8' } });
    expect([body['detail'], headers.get('content-language')]).toStrictEqual(['Il n’y a rien à cette adresse.', 'fr']);
  });

  it('is unavailable, and says when to try again, once its store is gone', async () => {
    const lone = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(lone);
    const other = await serveApplication(lone);
    const token = await other.tokenFor('drafter', 'KE');
    await lone.env.store.close();
    const answer = await other.post('/api/v1/drafts', topicDraft(), { token });
    expect([answer.status, answer.body['code'], answer.headers.get('retry-after')]).toStrictEqual([503, 'store.unavailable', '5']);
    expect((await other.get('/health/ready')).status).toBe(503);
    await lone.close();
    const page = await other.get('/fr/members', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type'), page.headers.get('retry-after')]).toStrictEqual([
      503,
      'text/html; charset=utf-8',
      '5',
    ]);
    expect(page.body['text']).toContain('Le registre est momentanément inaccessible');
    await other.close();
  });
});
