import { describe, expect, it } from '@jest/globals';
import { member, noon, on, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { conferenceDecider, type ConferenceCommand, type ConferenceEvent } from './index.ts';

const given = specFor(conferenceDecider);
const reason = { code: 'hall_closed', text: { fr: 'La salle est fermée.' } };
const announced: ConferenceEvent = {
  type: 'ConferenceAnnounced',
  data: {
    conferenceId: 'c',
    name: { en: 'C', fr: 'C' },
    month: '2015-06',
    place: 'Brussels',
    announcedIn: { symbol: 'PC0410E1', paragraph: 'B13' },
  },
};
const rule = { after: { en: 'Council', fr: 'Conseil' }, start: on('2015-06-11'), end: on('2015-06-13'), source: 's' };
const ruled: ConferenceEvent = { type: 'ConferenceDateRuleSet', data: { conferenceId: 'c', ...rule } };
const fix = (start: string, end = start): ConferenceCommand => ({
  type: 'FixConferenceDates',
  data: { start: on(start), end: on(end), source: 's' },
});
const fixed: ConferenceEvent = {
  type: 'ConferenceDatesFixed',
  data: { conferenceId: 'c', start: on('2015-06-15'), end: on('2015-06-16'), source: 's' },
};
const programme: ConferenceEvent = { type: 'ConferenceProgrammeOpened', data: { conferenceId: 'c', agendaId: 'a', openedAt: noon } };
const published: ConferenceEvent = {
  type: 'ConferenceProgrammePublished',
  data: { conferenceId: 'c', agendaId: 'a', version: 1, publishedAt: noon },
};
const opened: ConferenceEvent = { type: 'ConferenceOpened', data: { conferenceId: 'c', openedAt: noon } };
const held: ConferenceEvent = { type: 'ConferenceHeld', data: { conferenceId: 'c', heldAt: noon } };
const running = [announced, fixed, programme, published, opened];

describe('the date of a conference', () => {
  const set = (more: object = {}): ConferenceCommand => ({ type: 'SetConferenceDateRule', data: { ...rule, ...more } });
  it('comes after a meeting, once said', () => {
    given(announced).when(set()).then(ruled);
    given(announced, ruled).when(set()).thenNothing();
    given(announced)
      .when(set({ after: { en: 'x', fr: '' } }))
      .thenRejected({ code: 'conference.title_missing_language', missing: ['fr'] });
    given(announced)
      .when(set({ end: on('2015-06-10') }))
      .thenRejected({ code: 'conference.dates_reversed', start: on('2015-06-11'), end: on('2015-06-10') });
    given(announced, fixed)
      .when(set({ end: on('2015-06-15') }))
      .thenRejected({ code: 'conference.not_after', end: on('2015-06-15'), start: on('2015-06-15') });
    given(...running, held)
      .when(set())
      .thenRejected({ code: 'conference.over', status: 'held' });
  });
  it('is not its last day, and may be the next', () => {
    given(announced, ruled)
      .when(fix('2015-06-13'))
      .thenRejected({ code: 'conference.not_after', end: on('2015-06-13'), start: on('2015-06-13') });
    given(announced, ruled)
      .when(fix('2015-06-14'))
      .then({ type: 'ConferenceDatesFixed', data: { conferenceId: 'c', start: on('2015-06-14'), end: on('2015-06-14'), source: 's' } });
  });
});

describe('the programme of a conference', () => {
  const open = (agendaOpen = true): ConferenceCommand => ({
    type: 'OpenConferenceProgramme',
    data: { now: noon, agendaId: 'a', agendaOpen },
  });
  const publish = (version: number | null): ConferenceCommand => ({ type: 'PublishConferenceProgramme', data: { now: noon, version } });
  it('is opened with its own agenda, once', () => {
    given(announced).when(open()).then(programme);
    given(announced, programme).when(open()).thenNothing();
    given(announced).when(open(false)).thenRejected({ code: 'conference.agenda_not_its_own', agenda: 'a' });
    given(announced, programme)
      .when({ type: 'OpenConferenceProgramme', data: { now: noon, agendaId: 'b', agendaOpen: true } })
      .thenRejected({ code: 'conference.wrong_status', status: 'programme_open', needed: 'announced' });
  });
  it('is published with each version, once', () => {
    given(announced, programme).when(publish(1)).then(published);
    given(announced, programme, published).when(publish(1)).thenNothing();
    given(announced, programme, published)
      .when(publish(2))
      .then({ ...published, data: { conferenceId: 'c', agendaId: 'a', version: 2, publishedAt: noon } });
    given(announced, programme).when(publish(null)).thenRejected({ code: 'conference.programme_not_published' });
    given(announced).when(publish(1)).thenRejected({ code: 'conference.wrong_status', status: 'announced', needed: 'programme_open' });
  });
});

describe('a conference', () => {
  const open = (today: string): ConferenceCommand => ({ type: 'OpenConference', data: { now: noon, today: on(today) } });
  const close = (agendaClosed = true): ConferenceCommand => ({ type: 'CloseConference', data: { now: noon, agendaClosed } });
  const document = { documentId: 'd', symbol: 'PC0500E1', contentHash: 'h' };
  const report = (given: typeof document | null = document): ConferenceCommand => ({
    type: 'ReportConference',
    data: { now: noon, report: given },
  });
  const reported: ConferenceEvent = { type: 'ConferenceReported', data: { conferenceId: 'c', ...document, reportedAt: noon } };
  it('opens on its first day, not on the day before, once', () => {
    given(announced, fixed, programme, published).when(open('2015-06-15')).then(opened);
    given(...running)
      .when(open('2015-06-15'))
      .thenNothing();
    given(announced, fixed, programme, published)
      .when(open('2015-06-14'))
      .thenRejected({ code: 'conference.not_yet_due', start: on('2015-06-15'), today: on('2015-06-14') });
    given(announced, programme, published).when(open('2015-06-15')).thenRejected({ code: 'conference.dates_not_fixed' });
    given(announced, fixed)
      .when(open('2015-06-15'))
      .thenRejected({ code: 'conference.wrong_status', status: 'announced', needed: 'programme_published' });
  });
  it('is over when its agenda is closed, once', () => {
    given(...running)
      .when(close())
      .then(held);
    given(...running, held)
      .when(close())
      .thenNothing();
    given(...running)
      .when(close(false))
      .thenRejected({ code: 'conference.agenda_not_closed' });
    given(announced).when(close()).thenRejected({ code: 'conference.wrong_status', status: 'announced', needed: 'in_session' });
  });
  it('goes on when a later version of its programme comes out while it sits', () => {
    const later: ConferenceEvent = {
      type: 'ConferenceProgrammePublished',
      data: { conferenceId: 'c', agendaId: 'a', version: 2, publishedAt: noon },
    };
    given(...running)
      .when({ type: 'PublishConferenceProgramme', data: { now: noon, version: 2 } })
      .then(later);
    given(...running, later)
      .when(close())
      .then(held);
  });
  it('gets one report, once', () => {
    given(...running, held)
      .when(report())
      .then(reported);
    given(...running, held, reported)
      .when(report())
      .thenNothing();
    given(...running, held, reported)
      .when(report({ ...document, documentId: 'e' }))
      .thenRejected({ code: 'conference.report_already_filed', document: 'd' });
    given(...running, held)
      .when(report(null))
      .thenRejected({ code: 'conference.report_missing' });
    given(...running)
      .when(report())
      .thenRejected({ code: 'conference.wrong_status', status: 'in_session', needed: 'held' });
  });
  it('is put off to a later month, once, and gets new dates', () => {
    const postpone = (month: string): ConferenceCommand => ({ type: 'PostponeConference', data: { now: noon, month, reason } });
    const postponed: ConferenceEvent = {
      type: 'ConferencePostponed',
      data: { conferenceId: 'c', month: '2015-09', reason, postponedAt: noon },
    };
    given(announced, fixed).when(postpone('2015-09')).then(postponed);
    given(announced, fixed, postponed).when(postpone('2015-09')).thenNothing();
    given(announced).when(postpone('2015-06')).thenRejected({ code: 'conference.month_not_later', month: '2015-06', announced: '2015-06' });
    given(...running)
      .when(postpone('2015-09'))
      .thenRejected({ code: 'conference.over', status: 'in_session' });
    given(announced, fixed, postponed)
      .when(fix('2015-09-14'))
      .then({ type: 'ConferenceDatesFixed', data: { conferenceId: 'c', start: on('2015-09-14'), end: on('2015-09-14'), source: 's' } });
    const later: ConferenceEvent = {
      type: 'ConferenceDatesFixed',
      data: { conferenceId: 'c', start: on('2015-09-14'), end: on('2015-09-15'), source: 's' },
    };
    const standing = (...events: readonly ConferenceEvent[]) =>
      events.reduce(conferenceDecider.evolve, conferenceDecider.initialState).status;
    expect(standing(announced, fixed, postponed, later)).toBe('announced');
    expect(standing(announced, fixed, programme, postponed, later)).toBe('programme_open');
    expect(standing(announced, fixed, programme, published, postponed, later)).toBe('programme_published');
  });
  it('is cancelled, once, with a reason, before it is over', () => {
    const cancel: ConferenceCommand = { type: 'CancelConference', data: { now: noon, reason } };
    const cancelled: ConferenceEvent = { type: 'ConferenceCancelled', data: { conferenceId: 'c', reason, cancelledAt: noon } };
    given(announced).when(cancel).then(cancelled);
    given(announced, cancelled).when(cancel).thenNothing();
    given(...running, held)
      .when(cancel)
      .thenRejected({ code: 'conference.over', status: 'held' });
    given(announced, cancelled).when(fix('2015-06-15')).thenRejected({ code: 'conference.over', status: 'cancelled' });
  });
});

describe('registration (row C18)', () => {
  const { accreditationId: eve } = who('eve');
  const register = (more: object = {}): ConferenceCommand => ({
    type: 'RegisterParticipant',
    data: { now: noon, person: eve, member: member('KE'), part: 'delegate', accredited: true, ...more },
  });
  const registered = (more: object = {}): ConferenceEvent => ({
    type: 'ConferenceParticipantRegistered',
    data: { conferenceId: 'c', person: eve, member: member('KE'), part: 'delegate', registeredAt: noon, ...more },
  });
  const withdraw: ConferenceCommand = { type: 'WithdrawRegistration', data: { now: noon, person: eve } };
  const withdrawn: ConferenceEvent = {
    type: 'ConferenceRegistrationWithdrawn',
    data: { conferenceId: 'c', person: eve, withdrawnAt: noon },
  };
  it('is of somebody accredited, once; another part takes the place of the earlier', () => {
    given(announced).when(register()).then(registered());
    given(announced, registered()).when(register()).thenNothing();
    given(announced, registered())
      .when(register({ part: 'speaker' }))
      .then(registered({ part: 'speaker' }));
    given(announced)
      .when(register({ accredited: false }))
      .thenRejected({ code: 'conference.not_accredited', person: eve });
    given(...running, held)
      .when(register())
      .thenRejected({ code: 'conference.over', status: 'held' });
  });
  it('is taken back, once, before it is over', () => {
    given(announced, registered()).when(withdraw).then(withdrawn);
    given(announced, registered(), withdrawn).when(withdraw).thenNothing();
    given(announced).when(withdraw).thenNothing();
    given(...running, registered(), held)
      .when(withdraw)
      .thenRejected({ code: 'conference.over', status: 'held' });
  });
  it('is of nobody while no conference is announced', () => {
    given().when(register()).thenRejected({ code: 'conference.not_announced' });
  });
});
