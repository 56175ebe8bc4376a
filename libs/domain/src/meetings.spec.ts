import { describe, it } from '@jest/globals';
import { specFor } from '../../../test/support/given.ts';
import { noon, on } from '../../../test/support/domain.ts';
import { conferenceDecider, sessionDecider, type SessionEvent } from './index.ts';

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
