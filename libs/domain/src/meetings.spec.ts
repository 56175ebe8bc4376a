import { describe, expect, it } from '@jest/globals';
import { specFor } from '../../../test/support/given.ts';
import { at, deadline, member, noon, on, until } from '../../../test/support/domain.ts';
import {
  callDecider,
  conferenceDecider,
  guidanceDecider,
  sessionDecider,
  windowOf,
  type CallEvent,
  type GuidanceEvent,
  type SessionEvent,
} from './index.ts';

const plan = {
  sessionId: 's',
  body: 'PTC',
  bodyName: { en: 'P', fr: 'C' },
  numbers: [207, 208] as const,
  label: { en: 'l', fr: 'l' },
  start: on('2015-03-03'),
  end: on('2015-03-06'),
  place: 'Brussels',
  languages: ['en', 'fr'] as const,
};

describe('session', () => {
  const given = specFor(sessionDecider);
  const planned: SessionEvent = { type: 'SessionPlanned', data: plan };
  const convened: SessionEvent = { type: 'SessionConvened', data: { sessionId: 's', noticeAt: noon } };
  const opened: SessionEvent = { type: 'SessionOpened', data: { sessionId: 's', openedAt: noon } };
  const openOn = (today: string) => ({ type: 'OpenSession', data: { now: noon, today: on(today) } }) as const;
  it('is planned, once', () => {
    given().when({ type: 'PlanSession', data: plan }).then(planned);
    given(planned).when({ type: 'PlanSession', data: plan }).thenNothing();
  });
  it('is not planned twice in different ways', () => {
    given(planned)
      .when({ type: 'PlanSession', data: { ...plan, place: 'Elsewhere' } })
      .thenRejected({ code: 'session.already_planned', session: 's' });
  });
  it.each([[[208, 209]], [[207, 209]], [[207, 207]]] as const)('has two consecutive numbers, odd first; not %s (BR-01)', (numbers) => {
    given()
      .when({ type: 'PlanSession', data: { ...plan, numbers } })
      .thenRejected({ code: 'session.numbers_not_a_pair', numbers });
  });
  it('may be one day long, not shorter', () => {
    given()
      .when({ type: 'PlanSession', data: { ...plan, end: plan.start } })
      .then({ type: 'SessionPlanned', data: { ...plan, end: plan.start } });
    given()
      .when({ type: 'PlanSession', data: { ...plan, end: on('2015-03-02') } })
      .thenRejected({ code: 'session.dates_reversed', start: plan.start, end: on('2015-03-02') });
  });
  it('is convened, once', () => {
    given(planned)
      .when({ type: 'ConveneSession', data: { now: noon } })
      .then(convened);
    given(planned, convened)
      .when({ type: 'ConveneSession', data: { now: noon } })
      .thenNothing();
  });
  it('is opened on its first day, not on the day before', () => {
    given(planned, convened).when(openOn('2015-03-03')).then(opened);
    given(planned, convened)
      .when(openOn('2015-03-02'))
      .thenRejected({ code: 'session.not_yet_due', start: plan.start, today: on('2015-03-02') });
  });
  it('is opened once, after it was convened, if it was planned', () => {
    given(planned, convened, opened).when(openOn('2015-03-03')).thenNothing();
    given(planned).when(openOn('2015-03-03')).thenRejected({ code: 'session.not_convened' });
    given().when(openOn('2015-03-03')).thenRejected({ code: 'session.not_planned' });
  });
});

describe('conference', () => {
  const given = specFor(conferenceDecider);
  const data = {
    conferenceId: 'c',
    name: { en: 'C', fr: 'C' },
    month: '2015-06',
    place: 'Brussels',
    announcedIn: { symbol: 'PC0410E1', paragraph: 'B13' },
  };
  const announced = { type: 'ConferenceAnnounced', data } as const;
  const fix = (start: string, end: string) =>
    ({ type: 'FixConferenceDates', data: { start: on(start), end: on(end), source: 's' } }) as const;
  const fixed = {
    type: 'ConferenceDatesFixed',
    data: { conferenceId: 'c', start: on('2015-06-15'), end: on('2015-06-16'), source: 's' },
  } as const;
  it('is announced with a month, once', () => {
    given().when({ type: 'AnnounceConference', data }).then(announced);
    given(announced).when({ type: 'AnnounceConference', data }).thenNothing();
  });
  it('is not announced twice in different words', () => {
    given(announced)
      .when({ type: 'AnnounceConference', data: { ...data, place: 'x' } })
      .thenRejected({ code: 'conference.already_announced', conference: 'c' });
  });
  it('has its dates fixed inside the month, once', () => {
    given(announced).when(fix('2015-06-15', '2015-06-16')).then(fixed);
    given(announced, fixed).when(fix('2015-06-15', '2015-06-16')).thenNothing();
  });
  it('is not fixed anew, outside, backwards or unannounced', () => {
    given(announced, fixed)
      .when(fix('2015-06-20', '2015-06-21'))
      .thenRejected({ code: 'conference.dates_already_fixed', start: on('2015-06-15') });
    given(announced)
      .when(fix('2015-07-01', '2015-07-02'))
      .thenRejected({ code: 'conference.outside_announced_month', month: '2015-06', start: on('2015-07-01') });
    given(announced)
      .when(fix('2015-06-16', '2015-06-15'))
      .thenRejected({ code: 'conference.dates_reversed', start: on('2015-06-16'), end: on('2015-06-15') });
    given().when(fix('2015-06-15', '2015-06-16')).thenRejected({ code: 'conference.not_announced' });
  });
});

describe('guidance request', () => {
  const given = specFor(guidanceDecider);
  const request = {
    guidanceId: 'PC0410.GR-1',
    ref: 'GR-1',
    order: 1,
    source: { symbol: 'PC0410E1', paragraph: 'B16' },
    documentId: 'd',
    sessionId: 's',
    addressee: 'PTC delegates',
    leadIn: 'Lead',
    text: 'Text',
    expects: 'practice' as const,
  };
  const issue = (more: object = {}) =>
    ({ type: 'IssueGuidanceRequest', data: { ...request, actor: null, quoted: { leadIn: 'Lead', text: 'Text' }, ...more } }) as const;
  const issued: GuidanceEvent = { type: 'GuidanceRequestIssued', data: request };
  const opened: GuidanceEvent = { type: 'GuidanceRequestOpened', data: { guidanceId: 'PC0410.GR-1', callId: 'c', openedAt: noon } };
  const addressed: GuidanceEvent = {
    type: 'GuidanceRequestAddressed',
    data: { guidanceId: 'PC0410.GR-1', scope: { kind: 'all_members' }, members: [member('KE')], addressedAt: noon },
  };
  const open = (callId: string) => ({ type: 'OpenGuidanceRequest', data: { callId, now: noon, addressees: [member('KE')] } }) as const;
  it('is issued as quoted, once, whichever way it came', () => {
    given().when(issue()).then(issued);
    given(issued)
      .when(issue({ documentId: null }))
      .thenNothing();
  });
  it('is not issued in other words than the paragraph has (BR-02)', () => {
    given()
      .when(issue({ text: 'Other' }))
      .thenRejected({ code: 'guidance.not_quoted', guidance: 'PC0410.GR-1' });
    given()
      .when(issue({ quoted: null }))
      .thenRejected({ code: 'guidance.not_quoted', guidance: 'PC0410.GR-1' });
  });
  it('is not issued twice in different words', () => {
    given(issued)
      .when(issue({ text: 'Other', quoted: { leadIn: 'Lead', text: 'Other' } }))
      .thenRejected({ code: 'guidance.already_issued', guidance: 'PC0410.GR-1' });
  });
  it('is opened under one call', () => {
    given(issued, addressed).when(open('c')).then(opened);
    given(issued, opened).when(open('c')).thenNothing();
    given(issued, opened).when(open('d')).thenRejected({ code: 'guidance.already_open', call: 'c' });
    given().when(open('c')).thenRejected({ code: 'guidance.not_issued' });
  });
});

describe('call', () => {
  const given = specFor(callDecider);
  const data = {
    callId: 'c',
    title: { en: 'C', fr: 'C' },
    guidanceIds: ['g'],
    conferenceId: 'r',
    themeSetId: 'ptc',
    closesForNew: until(deadline),
    closesForEdits: until('2015-04-16T16:00:00.000Z'),
  };
  const schedule = (more: object = {}) => ({ type: 'ScheduleCall', data: { ...data, now: noon, ...more } }) as const;
  const scheduled: CallEvent = { type: 'CallScheduled', data };
  const opened: CallEvent = { type: 'CallOpened', data: { callId: 'c', openedAt: noon, addressees: [member('KE')] } };
  const open = (addressees = [member('KE')], now = noon) => ({ type: 'OpenCall', data: { now, addressees } }) as const;
  it('is scheduled, once', () => {
    given().when(schedule()).then(scheduled);
    given(scheduled)
      .when(schedule({ now: at('2016-01-01T00:00:00.000Z') }))
      .thenNothing();
  });
  it('is not scheduled twice in different ways, for nothing, in the past or backwards', () => {
    given(scheduled)
      .when(schedule({ guidanceIds: ['x'] }))
      .thenRejected({ code: 'call.already_scheduled', call: 'c' });
    given()
      .when(schedule({ guidanceIds: [] }))
      .thenRejected({ code: 'call.no_guidance_request' });
    given()
      .when(schedule({ now: deadline }))
      .thenRejected({ code: 'call.deadline_in_past', deadline, now: deadline });
    given()
      .when(schedule({ closesForEdits: until(noon) }))
      .thenRejected({ code: 'call.edits_close_before_new', new: deadline, edits: noon });
  });
  it('may close for edits with new contributions', () => {
    given()
      .when(schedule({ closesForEdits: until(deadline) }))
      .then({ type: 'CallScheduled', data: { ...data, closesForEdits: until(deadline) } });
  });
  it('is opened to the Members of the day, once', () => {
    given(scheduled).when(open()).then(opened);
    given(scheduled, opened).when(open()).thenNothing();
  });
  it('is not opened to nobody, too late or unscheduled', () => {
    given(scheduled).when(open([])).thenRejected({ code: 'call.no_addressee' });
    given(scheduled).when(open(undefined, deadline)).thenRejected({ code: 'call.deadline_in_past', deadline, now: deadline });
    given().when(open()).thenRejected({ code: 'call.not_scheduled' });
  });
  it('shows its window to whoever submits', () => {
    expect(windowOf(callDecider.initialState)).toBeNull();
    expect(windowOf([scheduled, opened].reduce(callDecider.evolve, callDecider.initialState))).toStrictEqual({
      callId: 'c',
      open: true,
      guidanceIds: ['g'],
      closesForNew: deadline,
      closesForEdits: at('2015-04-16T16:00:00.000Z'),
    });
  });
});
