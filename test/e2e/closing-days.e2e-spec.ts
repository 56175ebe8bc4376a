import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootWorkingApplication } from '../support/application.ts';
import { openDesk, rows, type Desk } from '../support/desk.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

const note = { en: 'Bridge day', fr: 'Pont de l’Ascension' };

describe('closing days of the Secretariat over HTTP', () => {
  let desk: Desk;
  let kenya: string;
  const released = async (title: string): Promise<string> => {
    const drafted = await desk.done('/drafts', topicDraft(title), kenya);
    return String((await desk.done(`/drafts/${String(drafted.body['id'])}/release`, null, kenya)).body['id']);
  };
  /** When the answer to a question is due that is asked now, ten working days from now. */
  const dueOf = async (id: string): Promise<unknown> => {
    await desk.done(`/topics/${id}/acknowledge`, null);
    await desk.done(`/topics/${id}/start-triage`, null);
    const asked = await desk.done(`/topics/${id}/request-clarification`, { questions: { en: 'Which five?' }, due: null });
    return (asked.body['events'] as readonly { readonly data: Readonly<Record<string, unknown>> }[])[0]?.data['dueAt'];
  };
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall, bootWorkingApplication);
    kenya = await desk.tokenFor('delegate', 'KE');
  });
  afterAll(() => desk.close());

  it('are told with the holidays of the year, and skipped by what is counted from then on', async () => {
    const before = await dueOf(await released('Before'));
    await desk.done('/calendar/closing-days', { date: '2015-02-17', note });
    expect(rows(await desk.get('/calendar?year=2015', null)).filter(({ kind }) => kind === 'closing_day')).toStrictEqual([
      { date: '2015-02-17', kind: 'closing_day', note, recordedAt: '2015-02-10T12:00:00.000Z' },
    ]);
    expect(rows(await desk.get('/calendar?year=2015')).map(({ date }) => date)).toContain('2015-04-03');
    desk.application.moveTo('2015-02-10T12:00:01.000Z');
    const after = await dueOf(await released('After'));
    expect([before, after]).toStrictEqual(['2015-02-24T22:59:00.000Z', '2015-02-25T22:59:00.000Z']);
    await desk.done('/calendar/closing-days/reopen', { date: '2015-02-17', note });
    expect(rows(await desk.get('/calendar?year=2015')).filter(({ kind }) => kind === 'closing_day')).toStrictEqual([]);
    expect(await dueOf(await released('Again'))).toBe('2015-02-24T22:59:00.000Z');
  });

  it('move the freeze of an agenda back: thirty days before 15 June is Friday 15 May, or Wednesday 13 May when it is closed', async () => {
    await desk.done('/conferences/RIC-2015/dates', { start: '2015-06-15', end: '2015-06-16', source: 'Announcement' });
    const freezes = async (agendaId: string): Promise<unknown> => {
      const title = { en: 'Agenda', fr: 'Ordre du jour' };
      await desk.done('/agendas', { agendaId, conferenceId: 'RIC-2015', themeSetId: 'ptc', title });
      return (await desk.done(`/agendas/${agendaId}/freeze-date`, { daysBefore: 30 })).body['events'];
    };
    expect(await freezes('A')).toMatchObject([{ data: { due: { wallTime: '2015-05-15T23:59' } } }]);
    await desk.done('/calendar/closing-days', { date: '2015-05-15', note });
    expect(await freezes('B')).toMatchObject([{ data: { due: { wallTime: '2015-05-13T23:59' } } }]);
  });

  it('move the date of the follow-up document', async () => {
    const session = {
      sessionId: 'PTC-209-210',
      body: 'PTC',
      bodyName: { en: 'Permanent Technical Committee', fr: 'Comité technique permanent' },
      firstNumber: 209,
      label: { en: '209th/210th Sessions', fr: '209e/210e sessions' },
      start: '2015-11-13',
      end: '2015-11-17',
      place: 'Brussels',
    };
    await desk.done('/sessions', session);
    const dueOn = async (): Promise<unknown> => (await desk.get('/sessions/PTC-209-210/follow-up')).body['dueOn'];
    expect(await dueOn()).toBe('2015-10-14');
    await desk.done('/calendar/closing-days', { date: '2015-10-14', note });
    expect(await dueOn()).toBe('2015-10-13');
  });

  it('lie ahead, have a reason in both languages, and are the Secretariat’s to declare', async () => {
    await desk.refused('/calendar/closing-days', { date: '2015-02-10', note }, 422, 'calendar.day_begun');
    await desk.refused('/calendar/closing-days', { date: '2015-12-24', note: { en: 'x', fr: ' ' } }, 422, 'calendar.note_missing');
    await desk.refused('/calendar/closing-days', { date: '2015-12-24', note }, 403, 'authorisation.role_not_allowed', kenya);
    await desk.refused('/calendar/closing-days', { date: 'tomorrow', note }, 400, 'input.invalid');
    expect((await desk.post('/calendar/closing-days/reopen', { date: '2015-12-24', note })).status).toBe(200);
    expect((await desk.get('/calendar?year=15')).body['code']).toBe('query.bad_value');
  });
});
