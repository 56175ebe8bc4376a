import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../support/application.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { priorities, recordOpenCall, text, topicDraft } from '../support/opened.ts';

const because = (code: string) => ({ code, text: { en: 'For a reason.' } });

describe('what officers and delegates read while contributions are judged', () => {
  const [officer, decider, approver] = [
    callerAs('officer', null, 'ada'),
    callerAs('officer', null, 'ben'),
    callerAs('approver', null, 'cleo'),
  ];
  let application: TestApplication;
  let server: TestServer;
  let tokens: Readonly<Record<'officer' | 'auditor' | 'delegate' | 'drafter', string>>;
  let [kenyan, french] = ['', ''];

  const accepted = async (member: string, title: string): Promise<string> => {
    const { id } = await application.done(callerAs('drafter', member), 'saveDraft', topicDraft(title));
    const topicId = (await application.done(callerAs('delegate', member), 'releaseDraft', { draftId: id })).id;
    await application.done(officer, 'acknowledgeTopic', { topicId });
    await application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    await application.done(officer, 'recommendTopic', { topicId, recommendation: 'accept', reason: because('merit') });
    await application.done(decider, 'acceptTopic', { topicId, reason: because('merit') });
    return topicId;
  };
  const get = async (path: string, who: keyof typeof tokens | null = 'officer'): Promise<HttpAnswer> => {
    const head = await application.env.store.head();
    return server.get(`/api/v1${path}`, { token: who === null ? null : tokens[who], headers: { 'x-min-position': String(head) } });
  };

  beforeAll(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    kenyan = await accepted('KE', 'One law, five tribunals');
    french = await accepted('FR', 'One law for five tribunals');
    server = await serveApplication(application);
    tokens = {
      officer: await server.tokenFor('officer'),
      auditor: await server.tokenFor('auditor'),
      delegate: await server.tokenFor('delegate', 'KE'),
      drafter: await server.tokenFor('drafter', 'KE'),
    };
  });
  afterAll(() => server.close());

  it.each(['/triage-queue', '/triage-queue/members', '/statistics'])('%s is for those who read what is internal', async (path) => {
    expect((await get(path)).status).toBe(200);
    expect((await get(path, 'auditor')).status).toBe(200);
    expect([(await get(path, 'delegate')).status, (await get(path, null)).status]).toStrictEqual([404, 404]);
    expect((await get(`${path}?unheardOf=1`)).body['code']).toBe('query.unknown_parameter');
  });

  it('the workbench lays a topic beside what it may be one with, for those who read what is internal', async () => {
    const bench = await get(`/topics/${kenyan}/merge-workbench`);
    expect(bench.status).toBe(200);
    expect(bench.body).toMatchObject({ topic: { contributionId: kenyan }, candidates: [{ side: { contributionId: french } }] });
    expect((await get(`/topics/${kenyan}/merge-workbench`, 'delegate')).status).toBe(404);
    expect((await get('/topics/nothing/merge-workbench')).status).toBe(404);
  });

  it('the statistics tell decisions by reason and times by region and language', async () => {
    const { body } = await get('/statistics?kind=topic');
    expect(body).toMatchObject({ contributions: 2, reasons: [{ act: 'accepted', code: 'merit', count: 2 }] });
    expect((await get('/statistics?kind=other')).body['code']).toBe('query.bad_value');
  });

  it('the home tells a delegate and a drafter of one Member what each may answer', async () => {
    const asked = async (who: 'delegate' | 'drafter') =>
      ((await get('/home', who)).body['asked'] as readonly { kind: string; mayAnswer: boolean }[]).map(({ kind, mayAnswer }) => [
        kind,
        mayAnswer,
      ]);
    expect(await asked('delegate')).toStrictEqual([
      ['guidance_answer', true],
      ['guidance_answer', true],
    ]);
    expect(await asked('drafter')).toStrictEqual([
      ['guidance_answer', false],
      ['guidance_answer', false],
    ]);
    expect([(await get('/home')).status, (await get('/home', null)).status]).toStrictEqual([404, 404]);
  });

  it('the home tells what changed since a size or an instant, and what it does not understand', async () => {
    const changed = async (since: string) =>
      (await get(`/home?since=${encodeURIComponent(since)}`, 'delegate')).body['changed'] as readonly { id: string }[];
    expect((await changed('0')).map(({ id }) => id)).toContain(kenyan);
    expect((await changed('0')).map(({ id }) => id)).not.toContain(french);
    expect(await changed('2015-02-10T12:00:00.000Z')).toStrictEqual([]);
    for (const since of ['yesterday', 'agenda:A:v1'])
      expect((await get(`/home?since=${since}`, 'delegate')).body['code']).toBe('query.bad_value');
  });

  it('a topic that is withdrawn is flagged on the agenda it stands on, which then does not go out', async () => {
    await application.done(officer, 'openAgenda', { agendaId: 'A', conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text('Agenda') });
    const heading = await application.done(officer, 'addAgendaHeading', { agendaId: 'A', title: text('Disputes'), theme: 'DISPUTES' });
    const { headingId } = heading.events[0]?.data as { headingId: string };
    const item = (topicId: string, title: string) =>
      application.done(officer, 'addAgendaItem', { agendaId: 'A', headingId, topicId, title: text(title), actionLabels: ['for_guidance'] });
    await item(french, 'One law');
    const placed = await item(kenyan, 'Five tribunals');
    for (const theme of priorities.filter((code) => code !== 'DISPUTES'))
      await application.done(officer, 'justifyPriorityOmission', { agendaId: 'A', theme, reason: text('None came') });
    const proposed = await application.done(officer, 'proposeAgendaVersion', { agendaId: 'A', changeNote: text('First') });
    await application.done(approver, 'approveAgendaVersion', {
      agendaId: 'A',
      contentHash: (proposed.events[0]?.data as { contentHash: string }).contentHash,
    });
    const checks = async () =>
      (await get('/agendas/A/working')).body['checks'] as { itemsGone: readonly { itemId: string }[]; obstacles: { publish: unknown } };
    expect([(await checks()).itemsGone, (await checks()).obstacles.publish]).toStrictEqual([[], []]);
    const withdrawal = { reason: because('internal_decision') };
    expect((await server.post(`/api/v1/topics/${kenyan}/withdraw`, withdrawal, { token: tokens.delegate })).status).toBe(201);
    const { itemId } = placed.events[0]?.data as { itemId: string };
    expect((await checks()).itemsGone).toMatchObject([{ itemId, label: 'I - b' }]);
    expect((await checks()).obstacles.publish).toStrictEqual([{ cause: 'topic_gone', topics: [kenyan] }]);
    const refused = await server.post('/api/v1/agendas/A/publish', null, { token: tokens.officer });
    expect([refused.status, refused.body['code'], refused.body['causes']]).toStrictEqual([
      409,
      'agenda.publication_refused',
      [{ cause: 'topic_gone', topics: [kenyan] }],
    ]);
  });
});
