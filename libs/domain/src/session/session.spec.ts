import { describe, expect, it } from '@jest/globals';
import { noon, on, until, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { sessionDecider, type SessionCommand, type SessionEvent } from './index.ts';

const given = specFor(sessionDecider);
const ada = who('ada');
const reason = { code: 'hall_closed', text: { en: 'The hall is closed.' } };
const planned: SessionEvent = {
  type: 'SessionPlanned',
  data: {
    sessionId: 's',
    body: 'PTC',
    bodyName: { en: 'P', fr: 'C' },
    numbers: [207, 208],
    label: { en: 'l', fr: 'l' },
    start: on('2015-03-03'),
    end: on('2015-03-06'),
    place: 'Brussels',
    languages: ['en', 'fr'],
  },
};
const convened: SessionEvent = { type: 'SessionConvened', data: { sessionId: 's', noticeAt: noon } };
const opened: SessionEvent = { type: 'SessionOpened', data: { sessionId: 's', openedAt: noon } };
const sitting = [planned, convened, opened];
const suspended: SessionEvent = { type: 'SessionSuspended', data: { sessionId: 's', reason, suspendedAt: noon } };
const agenda = { agendaId: 'a', openItems: [], closed: false, carryOver: [] };
const closing: SessionEvent = {
  type: 'SessionClosingBegun',
  data: { sessionId: 's', agendaId: 'a', begunBy: ada.accreditationId, begunAt: noon },
};
const carryOver = [{ agendaId: 'a', itemId: 'i', carriedTo: 'PTC-209-210' }];
const closed: SessionEvent = { type: 'SessionClosed', data: { sessionId: 's', carryOver, closedBy: ada.accreditationId, closedAt: noon } };
const begin = (more: object | null = {}): SessionCommand => ({
  type: 'BeginSessionClosing',
  data: { actor: ada, now: noon, agenda: more === null ? null : { ...agenda, ...more } },
});
const close = (more: object | null = { closed: true, carryOver }): SessionCommand => ({
  type: 'CloseSession',
  data: { actor: ada, now: noon, agenda: more === null ? null : { ...agenda, ...more } },
});

describe('a session that sits', () => {
  const suspend: SessionCommand = { type: 'SuspendSession', data: { now: noon, reason } };
  const resume: SessionCommand = { type: 'ResumeSession', data: { now: noon } };
  const resumed: SessionEvent = { type: 'SessionResumed', data: { sessionId: 's', resumedAt: noon } };
  it('is suspended with a reason and resumed, each once', () => {
    given(...sitting)
      .when(suspend)
      .then(suspended);
    given(...sitting, suspended)
      .when(suspend)
      .thenNothing();
    given(...sitting)
      .when({ type: 'SuspendSession', data: { now: noon, reason: { code: 'x', text: {} } } })
      .thenRejected({ code: 'reason.text_missing' });
    given(planned).when(suspend).thenRejected({ code: 'session.wrong_status', status: 'planned', needed: 'open' });
    given(...sitting, suspended)
      .when(resume)
      .then(resumed);
    given(...sitting, suspended, resumed)
      .when(resume)
      .thenNothing();
    given(planned).when(resume).thenRejected({ code: 'session.wrong_status', status: 'planned', needed: 'suspended' });
  });
  it('is not opened again while it is suspended or over', () => {
    const open: SessionCommand = { type: 'OpenSession', data: { now: noon, today: on('2015-03-04') } };
    given(...sitting, suspended)
      .when(open)
      .thenRejected({ code: 'session.wrong_status', status: 'suspended', needed: 'convened' });
    given(...sitting, closing, closed)
      .when(open)
      .thenRejected({ code: 'session.over', status: 'closed' });
  });
});

describe('closing in two steps', () => {
  it('begins when every item has an outcome or a later session, once', () => {
    given(...sitting)
      .when(begin())
      .then(closing);
    given(...sitting, closing)
      .when(begin())
      .thenNothing();
    given(...sitting)
      .when(begin({ openItems: ['i'] }))
      .thenRejected({ code: 'session.items_open', items: ['i'] });
    given(...sitting)
      .when(begin(null))
      .thenRejected({ code: 'session.agenda_missing' });
    given(planned).when(begin()).thenRejected({ code: 'session.wrong_status', status: 'planned', needed: 'open' });
  });
  it('ends when the agenda is closed for good, once, with what is carried over', () => {
    given(...sitting, closing)
      .when(close())
      .then(closed);
    given(...sitting, closing, closed)
      .when(close())
      .thenNothing();
    given(...sitting, closing)
      .when(close({}))
      .thenRejected({ code: 'session.agenda_not_closed', agenda: 'a' });
    given(...sitting, closing)
      .when(close(null))
      .thenRejected({ code: 'session.agenda_missing' });
    given(...sitting)
      .when(close())
      .thenRejected({ code: 'session.wrong_status', status: 'open', needed: 'closing' });
  });
  it('is followed by the adoption of one report, once', () => {
    const report = { documentId: 'd', symbol: 'PC0420E1', contentHash: 'h' };
    const adopt = (given: typeof report | null = report): SessionCommand => ({
      type: 'AdoptSessionReport',
      data: { now: noon, report: given },
    });
    const adopted: SessionEvent = { type: 'SessionReportAdopted', data: { sessionId: 's', ...report, adoptedAt: noon } };
    given(...sitting, closing, closed)
      .when(adopt())
      .then(adopted);
    given(...sitting, closing, closed, adopted)
      .when(adopt())
      .thenNothing();
    given(...sitting, closing, closed, adopted)
      .when(adopt({ ...report, documentId: 'e' }))
      .thenRejected({ code: 'session.report_already_adopted', document: 'd' });
    given(...sitting, closing, closed)
      .when(adopt(null))
      .thenRejected({ code: 'session.report_missing' });
    given(...sitting)
      .when(adopt())
      .thenRejected({ code: 'session.wrong_status', status: 'open', needed: 'closed' });
  });
});

describe('a session that does not sit', () => {
  it('is cancelled before it began, once, with a reason', () => {
    const cancel: SessionCommand = { type: 'CancelSession', data: { now: noon, reason } };
    const cancelled: SessionEvent = { type: 'SessionCancelled', data: { sessionId: 's', reason, cancelledAt: noon } };
    given(planned, convened).when(cancel).then(cancelled);
    given(planned, cancelled).when(cancel).thenNothing();
    given(...sitting)
      .when(cancel)
      .thenRejected({ code: 'session.over', status: 'open' });
    given(planned, cancelled)
      .when({ type: 'ConveneSession', data: { now: noon } })
      .thenRejected({ code: 'session.over', status: 'cancelled' });
  });
  it('meets by document, every item in one class with its own last moment, once', () => {
    const classes = [
      { itemClass: 'A', itemIds: ['i1'], commentsUntil: null },
      { itemClass: 'B', itemIds: ['i2'], commentsUntil: until('2015-03-01T12:00:00.000Z') },
    ] as const;
    const convert = (more: object = {}): SessionCommand => ({
      type: 'ConvertSessionToDocuments',
      data: { now: noon, reason, classes, itemIds: ['i1', 'i2'], ...more },
    });
    const converted: SessionEvent = { type: 'SessionConvertedToDocuments', data: { sessionId: 's', reason, classes, convertedAt: noon } };
    given(planned, convened).when(convert()).then(converted);
    given(planned, converted).when(convert()).thenNothing();
    given(planned)
      .when(convert({ itemIds: ['i1', 'i2', 'i3'] }))
      .thenRejected({ code: 'session.items_unclassed', items: ['i3'] });
    given(planned)
      .when(convert({ classes: [...classes, { itemClass: 'C', itemIds: ['i1'], commentsUntil: null }] }))
      .thenRejected({ code: 'session.item_classed_twice', items: ['i1'] });
    given(...sitting)
      .when(convert())
      .thenRejected({ code: 'session.over', status: 'open' });
    const state = [planned, converted, convened].reduce(sessionDecider.evolve, sessionDecider.initialState);
    expect(state).toMatchObject({ status: 'convened', classes });
  });
});
