import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, callerAs, type TestApplication } from '../support/application.ts';
import { confirmedDocument, planLaterSessions } from '../support/follow-up.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { callId, recordOpenCall } from '../support/opened.ts';

const text = (en: string) => ({ en, fr: `${en} (fr)` });
const reason = (code: string) => ({ reason: { code, text: { en: 'For a reason.' } } });
const draft = (decisionId: string, verb = 'agreed') => ({
  decisionId,
  sessionId: 'PTC-209-210',
  about: ['guidance-PC0410.GR-1'],
  title: text('Compendium'),
  text: text('A compendium is published.'),
  verb,
});

describe('decisions, actions, calls and editions over HTTP', () => {
  let application: TestApplication;
  let server: TestServer;
  let token: Readonly<Record<'officer' | 'second' | 'chair' | 'approver' | 'kenya' | 'observer', string>>;
  let documentId: string;
  const post = (path: string, body: unknown, by: keyof typeof token) => server.post(`/api/v1${path}`, body, { token: token[by] });
  const get = (path: string, by: keyof typeof token | null = 'officer') =>
    server.get(`/api/v1${path}`, by === null ? {} : { token: token[by] });
  const code = ({ status, body }: HttpAnswer) => [status, body['code']];

  beforeAll(async () => {
    application = bootWorkingApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    await planLaterSessions(application);
    documentId = await confirmedDocument(application);
    server = await serveApplication(application);
    token = {
      officer: await server.tokenFor('officer'),
      second: await server.tokenFor('officer'),
      chair: await server.tokenFor('chair'),
      approver: await server.tokenFor('approver'),
      kenya: await server.tokenFor('delegate', 'KE'),
      observer: await server.tokenFor('auditor'),
    };
  });
  afterAll(async () => {
    await server.close();
    expect(application.alerts).toStrictEqual([]);
  });

  describe('a decision', () => {
    it('is no recommendation to Governments (BR-22)', async () => {
      const refused = await post('/decisions', draft('DEC-1', 'recommended_to_governments'), 'officer');
      expect(code(refused)).toStrictEqual([422, 'decision.exceeds_authority']);
      expect(refused.body['detail']).toContain('forwarded_to_council');
    });

    it('is the Secretariat’s own until it is circulated', async () => {
      expect((await post('/decisions', draft('DEC-1'), 'officer')).status).toBe(201);
      expect((await get('/decisions/DEC-1', 'officer')).status).toBe(200);
      expect((await get('/decisions/DEC-1', 'kenya')).status).toBe(404);
      expect(code(await post('/decisions', { ...draft('DEC-9'), sessionId: 'none' }, 'officer'))).toStrictEqual([
        422,
        'decision.session_unknown',
      ]);
      expect(code(await post('/decisions', draft('DEC-9'), 'kenya'))).toStrictEqual([403, 'authorisation.role_not_allowed']);
    });

    it('goes under silence to a minute in Brussels, by another than its drafter', async () => {
      const circulate = { deadline: '2015-03-02T13:00' };
      expect(code(await post('/decisions/DEC-1/circulate', circulate, 'officer'))).toStrictEqual([403, 'authorisation.role_not_allowed']);
      expect(code(await post('/decisions/DEC-1/circulate', { deadline: '2015-03-29T02:30' }, 'approver'))).toStrictEqual([
        422,
        'deadline.nonexistent_hour',
      ]);
      expect((await post('/decisions/DEC-1/circulate', circulate, 'approver')).status).toBe(201);
      const { body } = await get('/decisions/DEC-1', 'kenya');
      expect(body).toMatchObject({
        status: 'silence_running',
        silence: { deadline: { instant: '2015-03-02T12:00:00.000Z' }, objections: [] },
      });
      expect((await get('/decisions/DEC-1', null)).status).toBe(404);
      expect(((await get('/decisions/board', 'kenya')).body as unknown as { decisionId: string }[])[0]?.decisionId).toBe('DEC-1');
    });

    it('is adopted by silence one millisecond after the deadline, with a record', async () => {
      await application.walkTo('2015-03-02T12:00:00.000Z');
      expect((await get('/decisions/DEC-1')).body['status']).toBe('silence_running');
      expect(code(await post('/decisions/DEC-1/adopt-by-silence', null, 'officer'))).toStrictEqual([409, 'decision.silence_running']);
      await application.walkTo('2015-03-02T12:00:00.001Z');
      const { body } = await get('/decisions/DEC-1', null);
      const members = (await application.ask('members', { onDate: null })).length;
      expect(body).toMatchObject({ status: 'adopted', adoption: { addressees: members, adoptedAt: '2015-03-02T12:00:00.001Z' } });
      expect((body['adoption'] as { textHash: string }).textHash).toBe((body['words'] as { textHash: string }).textHash);
    });

    it('does not pass when one Member objects in time; one second late is too late', async () => {
      await post('/decisions', draft('DEC-2'), 'officer');
      await post('/decisions/DEC-2/circulate', { deadline: '2015-03-10T13:00' }, 'chair');
      await application.walkTo('2015-03-10T12:00:00.000Z');
      const objection = { language: 'fr', text: 'Nous nous y opposons.' };
      expect((await post('/decisions/DEC-2/objections', objection, 'kenya')).status).toBe(201);
      expect((await post('/decisions/DEC-2/objections', objection, 'kenya')).status).toBe(200);
      await application.walkTo('2015-03-10T12:00:01.000Z');
      expect((await get('/decisions/DEC-2')).body).toMatchObject({ status: 'silence_broken', silence: { objections: [{ member: 'KE' }] } });
      expect(code(await post('/decisions/DEC-2/objections', { ...objection, text: 'Again.' }, 'kenya'))).toStrictEqual([
        422,
        'decision.silence_over',
      ]);
      expect(code(await post('/decisions/DEC-2/reject', reason('because'), 'chair'))).toStrictEqual([422, 'reason.unknown_code']);
      expect((await post('/decisions/DEC-2/reject', reason('no_consensus'), 'chair')).status).toBe(201);
    });

    it('is adopted at the session in the words that were read out, forwarded, transmitted, carried out and replaced', async () => {
      await post('/decisions', draft('DEC-3', 'forwarded_to_council'), 'officer');
      const { textHash } = (await get('/decisions/DEC-3')).body['words'] as { textHash: string };
      expect(code(await post('/decisions/DEC-3/adopt', { textHash }, 'chair'))).toStrictEqual([409, 'decision.session_not_open']);
      await application.walkTo('2015-10-14T08:00:00.000Z');
      await post('/sessions/PTC-209-210/open', null, 'officer');
      expect(code(await post('/decisions/DEC-3/adopt', { textHash: '0'.repeat(64) }, 'chair'))).toStrictEqual([
        409,
        'decision.text_differs',
      ]);
      expect((await post('/decisions/DEC-3/adopt', { textHash }, 'chair')).status).toBe(201);
      expect(code(await post('/decisions/DEC-3/implemented', { documentId }, 'officer'))).toStrictEqual([409, 'decision.not_transmitted']);
      expect(code(await post('/decisions/DEC-3/transmit', { to: 'policy_commission', documentId }, 'officer'))).toStrictEqual([
        422,
        'decision.not_for_higher_body',
      ]);
      expect((await post('/decisions/DEC-3/transmit', { to: 'council', documentId }, 'officer')).status).toBe(201);
      expect((await post('/decisions/DEC-3/implemented', { documentId }, 'officer')).status).toBe(201);
      expect((await post('/decisions/DEC-1/supersede', { supersededBy: 'DEC-3', ...reason('replaced') }, 'officer')).status).toBe(201);
      expect((await get('/decisions/DEC-1', null)).body).toMatchObject({ status: 'superseded', supersededBy: { supersededBy: 'DEC-3' } });
    });
  });

  describe('an action', () => {
    const open = {
      actionId: 'ACT-1',
      title: text('Publish'),
      owner: 'Secretariat',
      dueSessionId: 'PTC-209-210',
      about: ['decision-DEC-3'],
    };
    it('is opened with an owner and a due session, and found by either', async () => {
      expect(code(await post('/actions', { ...open, dueSessionId: 'none' }, 'officer'))).toStrictEqual([422, 'action.session_unknown']);
      expect((await post('/actions', open, 'officer')).status).toBe(201);
      expect((await get('/actions?owner=Secretariat&dueSessionId=PTC-209-210&overdue=false', 'kenya')).body).toMatchObject([
        { actionId: 'ACT-1', status: 'open', dueSession: { start: '2015-10-14' }, overdue: false },
      ]);
      expect((await get('/actions?owner=KE')).body).toStrictEqual([]);
      expect((await get('/actions', null)).body).toStrictEqual([]);
    });
    it('is done by another than who filed its evidence', async () => {
      expect((await post('/actions/ACT-1/start', null, 'officer')).status).toBe(201);
      expect(code(await post('/actions/ACT-1/complete', null, 'second'))).toStrictEqual([409, 'action.wrong_stage']);
      expect((await post('/actions/ACT-1/evidence', { documentId, note: { en: 'Published.' } }, 'officer')).status).toBe(201);
      expect(code(await post('/actions/ACT-1/complete', null, 'officer'))).toStrictEqual([403, 'workflow.four_eyes']);
      expect((await post('/actions/ACT-1/complete', null, 'second')).status).toBe(201);
      expect((await get('/actions/ACT-1')).body).toMatchObject({ status: 'done', evidence: [{ documentId, symbol: 'PC0450E1' }] });
    });
    it('is carried forward or dropped for a listed reason', async () => {
      await post('/actions', { ...open, actionId: 'ACT-2' }, 'officer');
      expect((await post('/actions/ACT-2/carry-forward', { toSessionId: 'PTC-211-212', ...reason('more_time') }, 'officer')).status).toBe(
        201,
      );
      expect((await get('/actions/ACT-2')).body).toMatchObject({ status: 'carried_forward', dueSession: { sessionId: 'PTC-211-212' } });
      expect(code(await post('/actions/ACT-2/drop', reason('more_time'), 'officer'))).toStrictEqual([422, 'reason.unknown_code']);
      expect((await post('/actions/ACT-2/drop', reason('overtaken'), 'officer')).status).toBe(201);
    });
  });

  describe('a call', () => {
    it('closed for new and for edits by itself, each at its own minute', async () => {
      const [call] = (await get('/calls')).body as unknown as { status: string; callId: string }[];
      expect(call).toMatchObject({ callId, status: 'closed_for_edits', extensions: [] });
      const closed = await Array.fromAsync(
        application.env.store.readAll({ filter: { types: ['CallClosedForNew', 'CallClosedForEdits'] } }),
      );
      expect(closed.map(({ metadata }) => [metadata['role'], metadata['occurredAt']])).toStrictEqual([
        ['process', '2015-03-31T21:59:00.001Z'],
        ['process', '2015-04-16T16:00:00.001Z'],
      ]);
      expect((await post(`/calls/${callId}/close`, null, 'officer')).status).toBe(201);
    });
    it('is not extended afterwards', async () => {
      const extend = {
        closesForNew: null,
        closesForEdits: { wallTime: '2016-01-01T12:00', zone: 'Europe/Brussels' },
        ...reason('members_asked'),
      };
      expect(code(await post(`/calls/${callId}/extend`, extend, 'officer'))).toStrictEqual([409, 'call.wrong_stage']);
    });
  });

  describe('an edition', () => {
    it('gives way to a later one with a report of what that changes, and is put right by corrigenda', async () => {
      const bytes = readFileSync('test/fixtures/documents/PC0990E1.md', 'utf8').replace('the road is short', 'the road is shorter');
      const later = await confirmedDocument(application, Buffer.from(bytes), 'PC0450E2');
      const difference = await get(`/documents/${documentId}/difference/${later}`, null);
      expect(difference.body['difference']).toMatchObject({
        added: [],
        removed: [],
        changed: [{ from: 'B4', to: 'B4' }],
        header: ['symbol'],
      });
      const fix = { paragraph: 'B3', before: 'Help is given', after: 'Help was given' };
      expect(
        code(
          await post(`/documents/${documentId}/corrigenda`, { corrections: [{ ...fix, before: 'nowhere' }], note: { en: 'x' } }, 'officer'),
        ),
      ).toStrictEqual([422, 'document.words_not_found']);
      expect((await post(`/documents/${documentId}/corrigenda`, { corrections: [fix], note: { en: 'Tense.' } }, 'officer')).status).toBe(
        201,
      );
      expect(code(await post(`/documents/${later}/supersede`, { supersededBy: documentId }, 'officer'))).toStrictEqual([
        422,
        'document.not_a_later_edition',
      ]);
      expect((await post(`/documents/${documentId}/supersede`, { supersededBy: later }, 'officer')).status).toBe(201);
      expect((await get(`/documents/${documentId}`, null)).body).toMatchObject({
        corrigenda: [{ symbol: 'PC0450E1 Corr.1', corrections: [fix] }],
        supersededBy: { symbol: 'PC0450E2', difference: { changed: [{ from: 'B4', to: 'B4' }] } },
      });
      const officer = callerAs('officer', null);
      const outcome = await application.give(officer, 'issueGuidanceRequest', { documentId, ref: 'GR-1', expects: 'topic' });
      expect(outcome).toMatchObject({ kind: 'refused', rejection: { code: 'document.superseded', by: later } });
    });
  });
});
