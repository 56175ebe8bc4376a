import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, callId, dayOfTheDocument, issueRequests, scheduleCall, type Requests } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';

interface Call {
  readonly callId: string;
  readonly status: string;
  readonly addresseeCount: number;
  readonly closesForNew: { readonly wallTime: string; readonly zone: string; readonly instant: string };
  readonly extensions: readonly object[];
}

interface Grid {
  readonly members: readonly { readonly member: string }[];
  readonly byRegion: readonly { readonly addressees: number }[];
}

describe('UJ-02: the call is opened', () => {
  let journey: Journey;
  let requests: Requests;
  const call = async (): Promise<Call> => {
    const found = (await journey.read<readonly Call[]>('officer', '/calls')).find((one) => one.callId === callId);
    if (found === undefined) throw new Error('there is no call');
    return found;
  };
  const stage = async (object: string, id: string) =>
    (await journey.read<{ stage: string }>('officer', `/instances/${object}/${id}`)).stage;

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    requests = await issueRequests(journey);
  }, 60_000);
  afterAll(() => journey.close());

  it('paragraph 15, which asks in softer words, creates no third request', async () => {
    const register = await journey.read<readonly { guidanceId: string; status: string }[]>('officer', '/guidance-requests');
    expect(register.map(({ guidanceId, status }) => [guidanceId, status])).toStrictEqual([
      [requests.practice, 'issued'],
      [requests.topic, 'issued'],
    ]);
    await journey.refused(
      'officer',
      '/guidance-requests',
      { documentId: requests.documentId, ref: 'GR-3', expects: 'topic' },
      422,
      'guidance.not_quoted',
    );
  });

  it('opening it on 29 January opens both requests', async () => {
    await scheduleCall(journey, requests);
    expect(await stage('call', callId)).toBe('scheduled');
    await journey.done('officer', `/calls/${callId}/open`);
    expect(await stage('call', callId)).toBe('open');
    expect([await stage('guidance', requests.practice), await stage('guidance', requests.topic)]).toStrictEqual(['open', 'open']);
    expect(journey.recorded('CallOpened').map(({ at }) => at.slice(0, 10))).toStrictEqual(['2015-01-29']);
  });

  it('179 Members are addressed', async () => {
    const members = await journey.read<readonly unknown[]>(null, '/members?on=2015-01-29');
    const grid = await journey.read<Grid>('officer', `/guidance-requests/${requests.topic}/grid`);
    const byRegion = grid.byRegion.reduce((sum, { addressees }) => sum + addressees, 0);
    expect([(await call()).addresseeCount, members.length, grid.members.length, byRegion]).toStrictEqual([179, 179, 179, 179]);
  });

  it('each in English or in French, as it prefers', async () => {
    const members = await journey.read<readonly { code: string; correspondenceLanguage: string }[]>(null, '/members?on=2015-01-29');
    expect(new Set(members.map(({ correspondenceLanguage }) => correspondenceLanguage))).toStrictEqual(new Set(['en', 'fr']));
    const languageOf = (member: string) => members.find(({ code }) => code === member)?.correspondenceLanguage;
    expect([languageOf('KE'), languageOf('BI')]).toStrictEqual(['en', 'fr']);
  });

  it('the deadline is shown in Brussels time: 31 March, 23:59', async () => {
    expect((await call()).closesForNew).toStrictEqual({
      wallTime: '2015-03-31T23:59',
      zone: 'Europe/Brussels',
      instant: '2015-03-31T21:59:00.000Z',
    });
    const page = await (await fetch(`${journey.url}/en`)).text();
    expect(page).toMatch(/31 March 2015[^<]*23:59/);
  });

  it('extending the deadline needs a reason', async () => {
    const extension = { closesForNew: { wallTime: '2015-04-07T23:59', zone: 'Europe/Brussels' }, closesForEdits: null };
    await journey.refused('officer', `/calls/${callId}/extend`, extension, 400, 'input.invalid');
    await journey.refused('officer', `/calls/${callId}/extend`, { ...extension, ...because('whim') }, 422, 'reason.unknown_code');
    await journey.done('officer', `/calls/${callId}/extend`, { ...extension, ...because('members_asked') });
    expect((await call()).closesForNew.instant).toBe('2015-04-07T21:59:00.000Z');
  });

  it('and is visible in history', async () => {
    const reason = { ...because('members_asked').reason };
    expect((await call()).extensions).toMatchObject([
      { from: { closesForNew: { wallTime: '2015-03-31T23:59' } }, to: { closesForNew: { wallTime: '2015-04-07T23:59' } }, reason },
    ]);
    const steps = await journey.read<readonly { type: string }[]>('officer', `/record/history/call-${callId}`);
    expect(steps.map(({ type }) => type)).toStrictEqual(['CallScheduled', 'CallOpened', 'CallExtended']);
  });

  it('it closes by itself, for new contributions right after the new deadline, then for changes, and an officer closes it', async () => {
    await journey.walkTo('2015-04-07T21:58:50.000Z');
    expect(await stage('call', callId)).toBe('open');
    await journey.walkTo('2015-04-07T22:00:00.000Z');
    expect(await stage('call', callId)).toBe('closed_for_new');
    await journey.walkTo('2015-04-16T16:01:00.000Z');
    expect(await stage('call', callId)).toBe('closed_for_edits');
    expect(journey.recorded('CallClosedForNew', 'CallClosedForEdits').map(({ at }) => at.slice(0, 19))).toStrictEqual([
      '2015-04-07T21:59:00',
      '2015-04-16T16:00:00',
    ]);
    await journey.done('officer', `/calls/${callId}/close`);
    expect(await stage('call', callId)).toBe('closed');
  });
});
