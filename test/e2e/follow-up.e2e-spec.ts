import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, callerAs, type TestApplication } from '../support/application.ts';
import { planLaterSessions, sent } from '../support/follow-up.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { recordPublishedAgenda } from '../support/published.ts';

interface Request {
  readonly guidanceId: string;
  readonly received: number;
  readonly reachedAgenda: readonly { readonly member: string }[];
  readonly didNotReachAgenda: readonly { readonly member: string }[];
  readonly own: readonly { readonly member: string; readonly stage: string }[];
}

const reason = (code: string) => ({ code, text: { en: 'For a reason.' } });

describe('the follow-up to the next session (UJ-14)', () => {
  let application: TestApplication;
  let server: TestServer;
  let token: Readonly<Record<'officer' | 'chair' | 'kenya' | 'france', string>>;
  let practice: string;
  const post = (path: string, body: unknown, by: keyof typeof token) => server.post(`/api/v1${path}`, body, { token: token[by] });
  const followUp = async (sessionId: string, by: keyof typeof token | null = 'officer') => {
    await application.ask('sessions', {});
    return (await server.get(`/api/v1/sessions/${sessionId}/follow-up`, by === null ? {} : { token: token[by] })).body;
  };
  const requests = (body: Readonly<Record<string, unknown>>) => body['requests'] as readonly Request[];

  beforeAll(async () => {
    application = bootWorkingApplication('2015-02-10T12:00:00.000Z');
    await recordPublishedAgenda(application);
    await planLaterSessions(application);
    practice = await sent(application, 'KE', 'practice', 'One form');
    await sent(application, 'FR', 'topic', 'Another topic');
    await application.walkTo('2015-03-05T10:00:00.000Z');
    server = await serveApplication(application);
    token = {
      officer: await server.tokenFor('officer'),
      chair: await server.tokenFor('chair'),
      kenya: await server.tokenFor('delegate', 'KE'),
      france: await server.tokenFor('delegate', 'FR'),
    };
    await post('/sessions/PTC-207-208/convene', null, 'officer');
    await post('/sessions/PTC-207-208/open', null, 'officer');
  });
  afterAll(() => server.close());

  it('is due thirty days before it opens, on a working day', async () => {
    expect(await followUp('PTC-209-210')).toMatchObject({ start: '2015-10-14', dueOn: '2015-09-14' });
    expect((await server.get('/api/v1/sessions/none/follow-up')).status).toBe(404);
  });

  it('counts per request, tells what reached the agenda and, to the Secretariat, what did not', async () => {
    const [first, second] = requests(await followUp('PTC-209-210'));
    expect([first?.received, second?.received]).toStrictEqual([1, 2]);
    expect(second?.reachedAgenda.map(({ member }) => member)).toStrictEqual(['KE']);
    expect(second?.didNotReachAgenda.map(({ member }) => member)).toStrictEqual(['FR']);
  });

  it('shows a Member its own line, and the public no unpublished one', async () => {
    const [, second] = requests(await followUp('PTC-209-210', 'france'));
    expect(second?.own.map(({ member, stage }) => [member, stage])).toStrictEqual([['FR', 'submitted']]);
    const [ofOthers] = requests(await followUp('PTC-209-210', 'france'));
    expect([ofOthers?.own, ofOthers?.didNotReachAgenda]).toStrictEqual([[], []]);
    const [, unseen] = requests(await followUp('PTC-209-210', null));
    expect([unseen?.received, unseen?.didNotReachAgenda]).toStrictEqual([2, []]);
  });

  it('finds a request that the Chair carries forward from 207/208 in 209/210', async () => {
    const request = '/guidance-requests/PC0410.GR-2';
    const conclusion = { sessionId: 'PTC-207-208', conclusion: 'carry_over', text: { en: 'More is asked for.' } };
    expect((await post(`${request}/conclusions`, conclusion, 'chair')).status).toBe(201);
    const carry = { toSessionId: 'PTC-209-210', reason: reason('further_guidance') };
    expect((await post(`${request}/carry-over`, carry, 'officer')).status).toBe(201);
    expect((await followUp('PTC-209-210'))['carriedIn']).toMatchObject([
      { guidanceId: 'PC0410.GR-2.PTC-209-210', carriedFrom: 'PC0410.GR-2', status: 'issued' },
    ]);
  });

  it('closes a request by the Chair’s conclusion once its results have gone back, and its addressee confirms', async () => {
    const [ada, ben] = [callerAs('officer', null, 'ada'), callerAs('officer', null, 'ben')];
    const request = '/guidance-requests/PC0410.GR-1';
    const [document] = await application.ask('documents', {});
    const evidence = document?.documentId ?? '';
    await post(`${request}/consolidations`, { text: { en: 'One answer.' }, contributionIds: [practice] }, 'officer');
    expect((await post(`${request}/reports`, { sessionId: 'PTC-209-210', documentId: evidence }, 'officer')).status).toBe(201);
    await application.walkTo('2015-10-14T08:00:00.000Z');
    await post('/sessions/PTC-209-210/open', null, 'officer');
    const conclusion = { sessionId: 'PTC-209-210', conclusion: 'close', text: { en: 'The Committee takes note.' } };
    expect((await post(`${request}/conclusions`, conclusion, 'chair')).status).toBe(201);
    const close = () => post(`${request}/close`, { reason: reason('taken_note') }, 'officer');
    expect((await close()).body['code']).toBe('guidance.result_not_returned');
    await application.done(ada, 'acknowledgePractice', { practiceId: practice });
    await application.done(ada, 'classifyPractice', { practiceId: practice, primaryTheme: 'ORIGIN', secondaryThemes: [] });
    await application.done(ben, 'acceptPractice', { practiceId: practice, reason: reason('merit') });
    expect((await close()).body['code']).toBe('guidance.result_not_returned');
    const { id } = await application.done(ada, 'prepareRelease', {
      title: { en: 'Batch', fr: 'Lot' },
      items: [{ category: 'practice', id: practice }],
    });
    await application.done(callerAs('approver', null), 'issueRelease', { releaseId: id });
    await application.walkTo('2015-10-14T09:00:00.000Z');
    expect((await close()).status).toBe(201);
    expect((await post(`${request}/closure-confirmations`, null, 'kenya')).status).toBe(201);
    await application.ask('sessions', {});
    expect((await server.get(`/api/v1${request}`)).body).toMatchObject({
      status: 'closed',
      ending: { answered: 1, basis: 'secretariat_judgement' },
    });
  });

  it('has a compendium of practices: accepted ones for the Secretariat, own ones for a Member, none unpublished for the public', async () => {
    const entries = async (by: keyof typeof token | null, query = '') =>
      (
        (await server.get(`/api/v1/compendium${query}`, by === null ? {} : { token: token[by] })).body as unknown as {
          practiceId: string;
        }[]
      ).map(({ practiceId }) => practiceId);
    expect([await entries('officer'), await entries('kenya'), await entries('france'), await entries(null)]).toStrictEqual([
      [practice],
      [practice],
      [],
      [],
    ]);
    expect([await entries('officer', '?theme=ORIGIN&member=KE'), await entries('officer', '?theme=DISPUTES')]).toStrictEqual([
      [practice],
      [],
    ]);
    expect(await entries('officer', '?instrument=SAFE')).toStrictEqual([]);
  });
});
