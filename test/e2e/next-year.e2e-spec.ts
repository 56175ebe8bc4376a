import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication, type TestApplication } from '../support/application.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { recordOpenCall, text } from '../support/opened.ts';

const session = (firstNumber: number, more: object = {}) => ({
  sessionId: `PTC-${firstNumber}-${firstNumber + 1}`,
  body: 'PTC',
  bodyName: text('Permanent Technical Committee'),
  firstNumber,
  label: text(`${firstNumber}th Sessions`),
  start: '2017-03-07',
  end: '2017-03-10',
  place: 'Brussels',
  ...more,
});

describe('another session, call and conference without code (G18)', () => {
  let application: TestApplication;
  let server: TestServer;
  let officer: string;
  let delegate: string;
  const post = (path: string, body: unknown, token = officer) => server.post(`/api/v1${path}`, body, { token });
  const code = ({ status, body }: HttpAnswer) => [status, body['code']];
  beforeAll(async () => {
    application = bootWorkingApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    server = await serveApplication(application);
    [officer, delegate] = [await server.tokenFor('officer'), await server.tokenFor('delegate', 'KE')];
  });
  afterAll(() => server.close());

  it('plans 209/210 and a pair of 2017, never an even pair, by the Secretariat', async () => {
    expect((await post('/sessions', session(209, { start: '2015-10-14', end: '2015-10-16' }))).status).toBe(201);
    expect((await post('/sessions', session(215))).status).toBe(201);
    expect((await post('/sessions', session(215))).status).toBe(200);
    expect(code(await post('/sessions', session(216)))).toStrictEqual([422, 'session.numbers_not_a_pair']);
    expect(code(await post('/sessions', session(217), delegate))).toStrictEqual([403, 'authorisation.role_not_allowed']);
  });

  it('announces a conference of 2017 and calls for input to it, with a deadline that is moved once, for a reason', async () => {
    const announcedIn = { symbol: 'PC0410E1', paragraph: 'B13' };
    const conference = { conferenceId: 'RIC-2017', name: text('Conference'), month: '2017-06', place: 'Brussels', announcedIn };
    expect((await post('/conferences', conference)).status).toBe(201);
    expect((await post('/conferences/RIC-2017/dates', { start: '2017-06-12', end: '2017-06-13', source: 'note' })).status).toBe(201);
    const call = {
      callId: 'RIC-2017-input',
      title: text('Input'),
      guidanceIds: ['PC0410.GR-2'],
      conferenceId: 'RIC-2017',
      themeSetId: 'ptc',
      closesForNew: { wallTime: '2017-03-31T23:59', zone: 'Europe/Brussels' },
      closesForEdits: { wallTime: '2017-04-14T18:00', zone: 'Europe/Brussels' },
    };
    expect((await post('/calls', call)).status).toBe(201);
    const extension = { closesForNew: { wallTime: '2017-04-07T23:59', zone: 'Europe/Brussels' }, closesForEdits: null };
    const reason = { code: 'members_asked', text: { en: 'Three Members asked for a week.' } };
    expect(code(await post('/calls/RIC-2017-input/extend', extension))).toStrictEqual([400, 'input.invalid']);
    expect(code(await post('/calls/RIC-2017-input/extend', { ...extension, reason: { ...reason, code: 'because' } }))).toStrictEqual([
      422,
      'reason.unknown_code',
    ]);
    expect((await post('/calls/RIC-2017-input/extend', { ...extension, reason })).status).toBe(201);
    await application.ask('calls', {});
    const calls = (await server.get('/api/v1/calls')).body as unknown as { callId: string }[];
    expect(calls.find(({ callId }) => callId === 'RIC-2017-input')).toMatchObject({
      closesForNew: { instant: '2017-04-07T21:59:00.000Z' },
      extensions: [{ from: { closesForNew: { instant: '2017-03-31T21:59:00.000Z' } }, reason }],
    });
  });
});
