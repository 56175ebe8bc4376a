import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accredited,
  acceptTopic,
  because,
  brussels,
  officer,
  openAgendaDesk,
  submitTopic,
  type AgendaDesk,
} from '../support/agenda-desk.ts';
import { callerAs } from '../support/application.ts';
import { imported, readCalendar, type ReadEntry } from '../support/calendar.ts';
import { priorities, setup, text } from '../support/opened.ts';

const agendaId = 'RIC-2015';

describe('calendars', () => {
  let at: AgendaDesk;
  let speaker: { readonly id: string; readonly token: string };
  const ics = async (path: string, token: string | null = at.desk.officer): Promise<string> => {
    const { status, body, headers } = await at.desk.get(`/calendars/${path}`, token);
    expect([status, headers.get('content-type')]).toStrictEqual([200, 'text/calendar; charset=utf-8']);
    return String(body['text']);
  };
  const read = async (path: string, token: string | null = null): Promise<readonly ReadEntry[]> =>
    readCalendar(await ics(path, token)).entries;
  const slot = (name: string, from: string, to: string, more: object = {}) =>
    at.make(name, 'slotId', '/slots', {
      roomId: at.of('room'),
      start: brussels(`2015-06-15T${from}`),
      end: brussels(`2015-06-15T${to}`),
      title: text(name),
      itemIds: [],
      ...more,
    });
  const uidOf = (name: string): string => `slot-${agendaId}.${at.of(name)}@00000000.test`;
  const withToken = async (member: string): Promise<{ readonly id: string; readonly token: string }> => {
    const id = await accredited(at.application, member);
    const { token } = await at.application.done(setup, 'issueAccessToken', { accreditationId: id, label: 'test', expiresAt: null });
    return { id, token: token ?? '' };
  };

  beforeAll(async () => {
    at = await openAgendaDesk(agendaId);
    const { application, done, make, of } = at;
    const clock = { mode: 'virtual', start: '2015-02-10T12:00:00.000Z' as never, rate: 1 } as const;
    await application.done(setup, 'openLedger', { origin: 'test/rapporteur/00000000', uuid: 'u', vkey: 'v', clock });
    speaker = await withToken('KE');
    const topicId = await acceptTopic(application, await submitTopic(application, 'KE', 'One law, five tribunals'));
    await at.desk.done('/agendas', { agendaId, conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text('Agenda') });
    const dates = { conferenceId: 'RIC-2015', start: '2015-06-15', end: '2015-06-16', source: 'Council' } as never;
    await application.done(officer, 'fixConferenceDates', dates);
    await make('heading', 'headingId', '/headings', { title: text('Disputes'), theme: 'DISPUTES' });
    await make('item', 'itemId', '/items', { headingId: of('heading'), topicId, title: text('Item'), actionLabels: ['for_guidance'] });
    for (const theme of priorities.filter((code) => code !== 'DISPUTES')) await done('/omissions', { theme, reason: text('None came') });
    await done('/days', { date: '2015-06-15', title: text('First') });
    await make('room', 'roomId', '/rooms', { name: text('Hall'), capacity: 200 });
    await slot('Opening', '09:00', '09:30');
    await slot('Tribunals', '09:30', '10:30', { itemIds: [of('item')] });
    await slot('Coffee', '10:30', '11:00');
    await done(`/slots/${of('Tribunals')}/speakers`, { person: speaker.id, part: 'speaker' });
  }, 60_000);
  afterAll(() => at.desk.close());

  it('tells everybody of meetings and of the deadlines of calls, in wall time with its zone', async () => {
    const before = await read('public');
    expect(before.map(({ uid }) => uid.split('@')[0])).toStrictEqual([
      'call-RIC-2015-input.edits',
      'call-RIC-2015-input.new',
      'conference-RIC-2015',
      'session-PTC-207-208',
    ]);
    expect(before.find(({ uid }) => uid.startsWith('call-RIC-2015-input.new'))).toStrictEqual({
      uid: 'call-RIC-2015-input.new@00000000.test',
      sequence: 0,
      status: 'CONFIRMED',
      summary: 'Last moment for contributions: Contributions',
      place: null,
      categories: 'Deadline',
      start: '2015-03-31T21:59:00.000Z',
      end: '2015-03-31T21:59:00.000Z',
      takesTime: false,
    });
    const [conference] = before.filter(({ uid }) => uid.startsWith('conference'));
    expect([conference?.start, conference?.end, conference?.status]).toStrictEqual(['2015-06-15', '2015-06-17', 'CONFIRMED']);
    expect(readCalendar(await ics('public?language=fr', null)).name).toBe('Réunions et échéances');
  });

  it('an agenda that was imported in its first version and then in its third stands there once', async () => {
    await at.publish();
    const first = await read('public');
    const slots = (entries: readonly ReadEntry[]) => entries.filter(({ uid }) => uid.startsWith('slot-'));
    expect(slots(first).map(({ summary, status, sequence }) => [summary, status, sequence])).toHaveLength(3);
    expect(slots(first).every(({ status, sequence }) => status === 'TENTATIVE' && sequence === 0)).toBe(true);
    const moved = { roomId: at.of('room'), start: brussels('2015-06-15T14:00'), end: brussels('2015-06-15T15:00') };
    await at.done(`/slots/${at.of('Tribunals')}/move`, moved);
    await at.publish();
    await at.done(`/slots/${at.of('Coffee')}/cancel`, because('overtaken'));
    await slot('Closing', '16:00', '16:30');
    await at.publish({ final: true });
    const third = await read('public');
    expect(slots(third).map(({ uid, status, sequence }) => [uid, status, sequence])).toStrictEqual(
      (
        [
          ['Opening', 'CONFIRMED', 1],
          ['Tribunals', 'CONFIRMED', 2],
          ['Coffee', 'CANCELLED', 1],
          ['Closing', 'CONFIRMED', 0],
        ] as const
      )
        .map(([name, ...rest]) => [uidOf(name), ...rest])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    const shown = slots(imported(first, third));
    expect(new Set(shown.map(({ uid }) => uid)).size).toBe(3);
    expect(shown.map(({ summary }) => summary).sort()).toStrictEqual(['Closing', 'Opening', 'Tribunals']);
    expect(shown.find(({ summary }) => summary === 'Tribunals')).toMatchObject({
      start: '2015-06-15T12:00:00.000Z',
      end: '2015-06-15T13:00:00.000Z',
      place: 'Hall',
    });
    expect(imported(first, third)).toStrictEqual(imported(third));
    expect(await ics('public', null)).toBe(await ics('public', null));
  });

  it('shows a person of a programme where he speaks, and a Member what it is asked, until it has answered', async () => {
    const programme = async (token: string) => (await read('mine', token)).filter(({ uid }) => uid.startsWith('slot-'));
    expect((await programme(speaker.token)).map(({ summary }) => summary)).toStrictEqual(['Tribunals']);
    expect(await programme(at.token.kenya)).toStrictEqual([]);
    const topicId = await submitTopic(at.application, 'KE', 'Needs a word');
    await at.application.done(officer, 'acknowledgeTopic', { topicId });
    await at.application.done(officer, 'classifyTopic', { topicId, primaryTheme: 'DISPUTES', secondaryThemes: [] });
    await at.application.done(officer, 'requestTopicClarification', { topicId, questions: { en: 'Which law?' }, due: null });
    const asked = async (token: string) => (await read('member', token)).filter(({ uid }) => uid.startsWith('clarification-'));
    const [first] = await asked(at.token.kenya);
    expect([first?.sequence, first?.status, first?.start]).toStrictEqual([0, 'CONFIRMED', '2015-02-24T22:59:00.000Z']);
    expect(first?.summary).toMatch(/^Answer to the Secretariat: KE-\w{5} · Needs a word$/);
    expect(await asked(at.token.germany)).toStrictEqual([]);
    await at.application.done(callerAs('delegate', 'KE'), 'answerTopicClarification', { topicId, answer: { en: 'The second.' } });
    expect((await asked(at.token.kenya)).map(({ uid, sequence, status }) => [uid, sequence, status])).toStrictEqual([
      [first?.uid, 1, 'CANCELLED'],
    ]);
  });

  it('has none of a Member for nobody, and none of a person who is not known', async () => {
    for (const path of ['member', 'mine']) expect((await at.desk.get(`/calendars/${path}`, null)).status).toBe(404);
    expect((await at.desk.get('/calendars/member')).status).toBe(404);
    expect((await at.desk.get('/calendars/public?language=de')).status).toBe(400);
  });

  it('is subscribed to by a link that is shown once, shows nothing but the calendar, and is taken back', async () => {
    const { desk, application, token } = at;
    const key = { 'idempotency-key': 'a-link-of-kenya' };
    const ask = () =>
      fetch(`${desk.url}/api/v1/calendars/links`, {
        method: 'POST',
        headers: { ...key, authorization: `Bearer ${token.kenya}`, 'content-type': 'application/json' },
        body: JSON.stringify({ scope: 'member' }),
      });
    const first = await ask();
    const { token: link, id } = (await first.json()) as { readonly token: string; readonly id: string };
    expect([first.status, link]).toStrictEqual([201, expect.stringMatching(/^cal_[0-9a-f]{32}_[\w-]{43}$/)]);
    expect([(await ask()).status, await desk.get('/calendars/links', token.kenya)]).toMatchObject([
      409,
      { body: [{ credentialId: id, scope: 'member' }] },
    ]);
    const stored = JSON.stringify(await Array.fromAsync(application.env.store.readStream(`credential-${id}`)), (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect([stored.includes('CalendarLinkIssued'), stored.includes(link.slice(-43))]).toStrictEqual([true, false]);
    // It is read by a program that knows nothing but the link, and is the calendar of that Member.
    expect(await ics(`by-link/${link}`, null)).toBe(await ics('member', token.kenya));
    expect(readCalendar(await ics(`by-link/${link}?language=fr`, null)).name).toBe('Réunions et échéances\u00A0: Kenya');
    // It is no token: it asks for nothing else and gives no command.
    expect((await desk.get('/home', link)).status).toBe(401);
    await desk.refused('/calendars/links', { scope: 'mine' }, 401, 'token.unknown', link);
    await desk.refused(`/calendars/links/${id}/revoke`, null, 404, 'credential.link_not_issued', token.germany);
    const changed = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    expect((await desk.get(`/calendars/by-link/${changed}`, null)).status).toBe(404);
    await desk.done(`/calendars/links/${id}/revoke`, null, token.kenya);
    expect((await desk.get(`/calendars/by-link/${link}`, null)).status).toBe(404);
    expect((await desk.get('/calendars/links', token.kenya)).body).toStrictEqual([]);
    expect((await desk.get('/calendars/links?asOf=1', token.kenya)).body['code']).toBe('asof.not_available');
  });

  it('falls with the right of whoever made the link', async () => {
    const { desk, application } = at;
    const holder = await withToken('DE');
    const made = await desk.done('/calendars/links', { scope: 'mine' }, holder.token);
    const link = String(made.body['token']);
    expect(await ics(`by-link/${link}`, null)).toBe(await ics('mine', holder.token));
    await application.done(setup, 'endAccreditation', { accreditationId: holder.id, reasonCode: 'left_office' });
    expect((await desk.get(`/calendars/by-link/${link}`, null)).status).toBe(404);
  });

  it('says that nothing takes place when the conference is put off, and that it does when it has new dates', async () => {
    await at.desk.done('/conferences/RIC-2015/postpone', { month: '2015-09', ...because('hall_closed') }, at.desk.officer);
    const off = (await read('public')).filter(({ uid }) => uid.startsWith('conference') || uid.startsWith('slot'));
    expect(new Set(off.map(({ status }) => status))).toStrictEqual(new Set(['CANCELLED']));
    await at.desk.done('/conferences/RIC-2015/dates', { start: '2015-09-21', end: '2015-09-22', source: 'Council' }, at.desk.officer);
    const [conference] = (await read('public')).filter(({ uid }) => uid.startsWith('conference'));
    expect([conference?.sequence, conference?.status, conference?.start]).toStrictEqual([2, 'CONFIRMED', '2015-09-21']);
  });
});
