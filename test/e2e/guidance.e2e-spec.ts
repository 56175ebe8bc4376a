import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApplication, type TestApplication } from '../support/application.ts';
import { confirmedDocument, planLaterSessions, sent } from '../support/follow-up.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { recordOpenCall } from '../support/opened.ts';

interface Region {
  readonly region: string;
  readonly addressees: number;
  readonly answered: number;
  readonly nil_return: number;
  readonly waiting: number;
}

const [first, second] = ['/api/v1/guidance-requests/PC0410.GR-1', '/api/v1/guidance-requests/PC0410.GR-2'];
const reason = (code: string) => ({ reason: { code, text: { en: 'As concluded at the session.' } } });

describe('guidance requests over HTTP', () => {
  let application: TestApplication;
  let server: TestServer;
  let token: Readonly<Record<'officer' | 'chair' | 'kenya' | 'france' | 'drafter', string>>;
  let documentId: string;
  let practice: string;
  const post = (path: string, body: unknown, by: keyof typeof token) => server.post(path, body, { token: token[by] });
  const code = ({ status, body }: HttpAnswer) => [status, body['code']];
  const stage = async (path: string) => (await server.get(path, { token: token.officer })).body['status'];
  const total = (grid: HttpAnswer, what: keyof Omit<Region, 'region'>): number =>
    (grid.body['byRegion'] as readonly Region[]).reduce((sum, region) => sum + region[what], 0);

  beforeAll(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    await planLaterSessions(application);
    documentId = await confirmedDocument(application);
    practice = await sent(application, 'KE', 'practice', 'One form at the border');
    server = await serveApplication(application);
    token = {
      officer: await server.tokenFor('officer'),
      chair: await server.tokenFor('chair'),
      kenya: await server.tokenFor('delegate', 'KE'),
      france: await server.tokenFor('contact_point', 'FR'),
      drafter: await server.tokenFor('drafter', 'KE'),
    };
  });
  afterAll(() => server.close());

  it('shows every addressee in the grid, by region, from the Members of the day', async () => {
    const grid = await server.get(`${first}/grid`, { token: token.officer });
    const members = (await application.ask('members', { onDate: null })).length;
    expect([total(grid, 'addressees'), total(grid, 'waiting'), total(grid, 'answered')]).toStrictEqual([members, members, 0]);
    expect((grid.body['members'] as readonly unknown[]).length).toBe(members);
  });

  it('links an answer and takes a nil return, each once; the grid follows', async () => {
    expect((await post('/api/v1/guidance-requests/responses', { contributionId: practice }, 'officer')).status).toBe(201);
    expect((await post('/api/v1/guidance-requests/responses', { contributionId: practice }, 'officer')).status).toBe(200);
    expect((await post(`${first}/nil-returns`, { member: null }, 'france')).status).toBe(201);
    expect((await post(`${first}/nil-returns`, { member: null }, 'france')).status).toBe(200);
    const grid = await server.get(`${first}/grid`, { token: token.officer });
    expect([total(grid, 'answered'), total(grid, 'nil_return')]).toStrictEqual([1, 1]);
  });

  it('shows a Member its own row and the counts of all', async () => {
    const grid = await server.get(`${first}/grid`, { token: token.kenya });
    expect(grid.body['members']).toMatchObject([{ member: 'KE', standing: 'answered', contributions: [{ contributionId: practice }] }]);
    expect(total(grid, 'nil_return')).toBe(1);
    expect((await server.get(`${first}/grid`)).body['members']).toStrictEqual([]);
  });

  it('refuses what is wrong with an answer or a nil return, and records nothing', async () => {
    const before = await application.env.store.head();
    expect(code(await post('/api/v1/guidance-requests/responses', { contributionId: 'nobody' }, 'officer'))).toStrictEqual([
      404,
      'guidance.contribution_not_found',
    ]);
    expect(code(await post(`${first}/nil-returns`, { member: null }, 'kenya'))).toStrictEqual([409, 'guidance.member_has_answered']);
    expect(code(await post(`${first}/nil-returns`, { member: 'UG' }, 'kenya'))).toStrictEqual([403, 'workflow.not_your_member']);
    expect(code(await post(`${first}/nil-returns`, { member: null }, 'officer'))).toStrictEqual([422, 'accreditation.member_required']);
    expect(code(await post(`${first}/nil-returns`, { member: null }, 'drafter'))).toStrictEqual([403, 'authorisation.role_not_allowed']);
    expect(code(await post(`${first}/nil-returns`, { member: 'XX' }, 'officer'))).toStrictEqual([422, 'guidance.not_addressee']);
    expect(await application.env.store.head()).toBe(before);
  });

  it('is put to a region, to those named and to nobody else', async () => {
    const region = await post(`${second}/address`, { kind: 'region', region: 'ESA' }, 'officer');
    expect(region.status).toBe(201);
    const grid = await server.get(`${second}/grid`, { token: token.officer });
    expect((grid.body['byRegion'] as readonly Region[]).map((row) => row.region)).toStrictEqual(['ESA']);
    expect(code(await post(`${second}/address`, { kind: 'named_members', members: ['ZZ'] }, 'officer'))).toStrictEqual([
      422,
      'member.unknown',
    ]);
    expect(code(await post(`${second}/address`, { kind: 'region', region: 'MOON' }, 'officer'))).toStrictEqual([
      422,
      'guidance.no_addressee',
    ]);
    expect((await post(`${second}/address`, { kind: 'named_members', members: ['KE', 'FR'] }, 'officer')).status).toBe(201);
  });

  it('is summarised and reported to the next session with a confirmed document', async () => {
    const draft = { text: { en: 'One Member has answered.' }, contributionIds: [practice] };
    expect(code(await post(`${first}/reports`, { sessionId: 'PTC-209-210', documentId }, 'officer'))).toStrictEqual([
      409,
      'guidance.wrong_stage',
    ]);
    expect(code(await post(`${first}/consolidations`, { ...draft, text: {} }, 'officer'))).toStrictEqual([422, 'text.no_language']);
    expect(code(await post(`${first}/consolidations`, { ...draft, contributionIds: ['p9'] }, 'officer'))).toStrictEqual([
      422,
      'guidance.response_not_linked',
    ]);
    expect((await post(`${first}/consolidations`, draft, 'officer')).status).toBe(201);
    expect(await stage(first)).toBe('consolidating');
    expect(code(await post(`${first}/reports`, { sessionId: 'PTC-209-210', documentId: 'none' }, 'officer'))).toStrictEqual([
      422,
      'guidance.evidence_missing',
    ]);
    expect((await post(`${first}/reports`, { sessionId: 'PTC-209-210', documentId }, 'officer')).status).toBe(201);
  });

  it('keeps a summary from Members, and a report from the public', async () => {
    const seen = async (by: keyof typeof token | null) => {
      const { body } = await server.get(first, by === null ? {} : { token: token[by] });
      return [body['consolidation'] === null, body['report'] === null];
    };
    expect([await seen('officer'), await seen('kenya'), await seen(null)]).toStrictEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });

  it('is concluded by the Chair only once the session has opened', async () => {
    const conclusion = { sessionId: 'PTC-209-210', conclusion: 'close', text: { fr: 'Le Comité prend note.' } };
    expect(code(await post(`${first}/conclusions`, conclusion, 'chair'))).toStrictEqual([409, 'guidance.session_not_opened']);
    application.moveTo('2015-10-14T08:00:00.000Z');
    expect((await post('/api/v1/sessions/PTC-209-210/open', null, 'officer')).status).toBe(201);
    expect(code(await post(`${first}/conclusions`, conclusion, 'officer'))).toStrictEqual([403, 'authorisation.role_not_allowed']);
    expect((await post(`${first}/conclusions`, conclusion, 'chair')).status).toBe(201);
  });

  it('does not close while a result has not gone back to its Member (D7), nor for a reason that is not listed', async () => {
    expect(code(await post(`${first}/close`, reason('answered'), 'officer'))).toStrictEqual([409, 'guidance.result_not_returned']);
    expect(code(await post(`${first}/close`, reason('because'), 'officer'))).toStrictEqual([409, 'guidance.result_not_returned']);
    expect(code(await post(`${first}/close`, { reason: { code: 'answered', text: {} } }, 'officer'))).toStrictEqual([
      422,
      'reason.text_missing',
    ]);
    expect(code(await post(`${first}/close`, {}, 'officer'))).toStrictEqual([400, 'input.invalid']);
    expect(code(await post(`${first}/lapse`, reason('because'), 'officer'))).toStrictEqual([422, 'reason.unknown_code']);
  });

  it('is carried over to 211/212 by the Secretariat when the Chair concludes so, and goes on there in the same words', async () => {
    const conclusion = { sessionId: 'PTC-209-210', conclusion: 'carry_over', text: { en: 'More is asked for.' } };
    expect((await post(`${second}/conclusions`, conclusion, 'chair')).status).toBe(201);
    const carry = { toSessionId: 'PTC-211-212', ...reason('further_guidance') };
    expect(code(await post(`${second}/carry-over`, { ...carry, toSessionId: 'PTC-207-208' }, 'officer'))).toStrictEqual([
      422,
      'guidance.session_not_later',
    ]);
    expect((await post(`${second}/carry-over`, carry, 'officer')).status).toBe(201);
    expect((await post(`${second}/carry-over`, carry, 'officer')).status).toBe(200);
    const [earlier, successor] = [await server.get(second), await server.get(`${second}.PTC-211-212`)];
    expect(earlier.body).toMatchObject({ status: 'carried_over', ending: { successorId: 'PC0410.GR-2.PTC-211-212' } });
    expect(successor.body).toMatchObject({
      status: 'issued',
      sessionId: 'PTC-211-212',
      carriedFrom: 'PC0410.GR-2',
      text: earlier.body['text'],
      source: earlier.body['source'],
      addressees: 2,
    });
  });

  it('tells an officer who has not seen the last step', async () => {
    const stale = await server.post(`${first}/lapse`, reason('overtaken'), { token: token.officer, headers: { 'if-match': '"1"' } });
    expect(code(stale)).toStrictEqual([412, 'revision.stale']);
  });

  it('is asked about when nothing has moved for months, and answered for by its addressees', async () => {
    expect(code(await post(`${first}/enquiries`, { months: 6 }, 'officer'))).toStrictEqual([409, 'guidance.not_dormant']);
    application.moveTo('2016-04-15T08:00:00.000Z');
    expect((await post(`${first}/enquiries`, { months: 6 }, 'officer')).status).toBe(201);
    expect((await post(`${first}/enquiries`, { months: 6 }, 'officer')).status).toBe(200);
    const answer = { standing: 'still_open', text: { en: 'We wait for the result.' } };
    expect((await post(`${first}/enquiry-answers`, answer, 'kenya')).status).toBe(201);
    expect((await post(`${first}/lapse`, reason('overtaken'), 'officer')).status).toBe(201);
    expect(await stage(first)).toBe('lapsed');
    expect((await post(`${first}/reopen`, reason('body_asked'), 'officer')).status).toBe(201);
    expect(await stage(first)).toBe('open');
  });
});
