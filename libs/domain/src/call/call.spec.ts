import { describe, expect, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { at, deadline, member, noon, until, who } from '../../../../test/support/domain.ts';
import { callDecider, windowOf, type CallCommand, type CallEvent, type CallRejection } from './index.ts';

const given = specFor(callDecider);
const edits = at('2015-04-16T16:00:00.000Z');
const data = {
  callId: 'c',
  title: { en: 'C', fr: 'C' },
  guidanceIds: ['g'],
  conferenceId: 'r',
  themeSetId: 'ptc',
  closesForNew: until(deadline),
  closesForEdits: until(edits),
};
const afterDeadline = at('2015-03-31T21:59:00.001Z');
const afterEdits = at('2015-04-16T16:00:00.001Z');

const schedule = (more: object = {}): CallCommand => ({ type: 'ScheduleCall', data: { ...data, now: noon, ...more } });
const open = (addressees = [member('KE')], now = noon): CallCommand => ({ type: 'OpenCall', data: { now, addressees } });
const scheduled: CallEvent = { type: 'CallScheduled', data };
const opened: CallEvent = { type: 'CallOpened', data: { callId: 'c', openedAt: noon, addressees: [member('KE')] } };
const closedForNew: CallEvent = { type: 'CallClosedForNew', data: { callId: 'c', deadline, closedAt: afterDeadline } };
const closedForEdits: CallEvent = { type: 'CallClosedForEdits', data: { callId: 'c', deadline: edits, closedAt: afterEdits } };
const closed: CallEvent = { type: 'CallClosed', data: { callId: 'c', closedAt: afterEdits } };
const past = {
  scheduled: [scheduled],
  open: [scheduled, opened],
  closed_for_new: [scheduled, opened, closedForNew],
  closed_for_edits: [scheduled, opened, closedForNew, closedForEdits],
  closed: [scheduled, opened, closedForNew, closedForEdits, closed],
} as const;

const reason = { code: 'members_asked', text: { en: 'Three Members asked for a week.' } };
const longer = until('2015-04-07T21:59:00.000Z');
const extend = (more: object = {}): CallCommand => ({
  type: 'ExtendCall',
  data: { closesForNew: longer, closesForEdits: null, reason, actor: who('ada'), now: deadline, ...more },
});
const extended = (to: object): CallEvent => ({
  type: 'CallExtended',
  data: {
    callId: 'c',
    from: { closesForNew: data.closesForNew, closesForEdits: data.closesForEdits },
    to: { closesForNew: data.closesForNew, closesForEdits: data.closesForEdits, ...to },
    reason,
    extendedBy: who('ada').accreditationId,
    extendedAt: deadline,
  },
});

describe('call', () => {
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
  it('takes no step before it was scheduled', () => {
    given().when(open()).thenRejected({ code: 'call.not_scheduled' });
  });
  it('is opened to the Members of the day, once', () => {
    given(scheduled).when(open()).then(opened);
    given(...past.open)
      .when(open())
      .thenNothing();
  });
  it('is not opened to nobody, too late or after it was closed', () => {
    given(scheduled).when(open([])).thenRejected({ code: 'call.no_addressee' });
    given(scheduled).when(open(undefined, deadline)).thenRejected({ code: 'call.deadline_in_past', deadline, now: deadline });
    given(...past.closed_for_new)
      .when(open())
      .thenRejected({ code: 'call.wrong_stage', stage: 'closed_for_new', needed: 'scheduled' });
  });
});

describe('a call, extended', () => {
  it('moves a deadline forward until its last instant, with a reason', () => {
    given(...past.open)
      .when(extend())
      .then(extended({ closesForNew: longer }));
    given(...past.open, extended({ closesForNew: longer }))
      .when(extend())
      .thenNothing();
  });
  it('may be extended before it opens, and for edits alone once it is closed for new', () => {
    given(scheduled)
      .when(extend())
      .then(extended({ closesForNew: longer }));
    const later = until('2015-04-20T16:00:00.000Z');
    given(...past.closed_for_new)
      .when(extend({ closesForNew: null, closesForEdits: later }))
      .then(extended({ closesForEdits: later }));
  });
  it.each<[string, object, CallRejection]>([
    ['without words', { reason: { code: 'members_asked', text: {} } }, { code: 'reason.text_missing' }],
    ['without a code', { reason: { code: ' ', text: { en: 'Late' } } }, { code: 'reason.unknown_code', reasonCode: ' ' }],
    ['one millisecond too late', { now: afterDeadline }, { code: 'call.deadline_passed', deadline, now: afterDeadline }],
    ['backwards', { closesForNew: until(noon) }, { code: 'call.not_an_extension', deadline: noon }],
    ['backwards for edits', { closesForNew: null, closesForEdits: until(deadline) }, { code: 'call.not_an_extension', deadline }],
    [
      'beyond the deadline for edits',
      { closesForNew: until('2015-04-16T16:00:00.001Z') },
      { code: 'call.edits_close_before_new', new: at('2015-04-16T16:00:00.001Z'), edits },
    ],
  ])('is not moved %s', (_how, more, rejection) => {
    given(...past.open)
      .when(extend(more))
      .thenRejected(rejection);
  });
  it('is not extended once it was closed for edits', () => {
    given(...past.closed_for_edits)
      .when(extend())
      .thenRejected({ code: 'call.wrong_stage', stage: 'closed_for_edits', needed: 'open' });
    given(...past.closed)
      .when(extend())
      .thenRejected({ code: 'call.wrong_stage', stage: 'closed', needed: 'open' });
  });
});

describe('a call, closed', () => {
  const closeForNew = (now = afterDeadline): CallCommand => ({ type: 'CloseCallForNew', data: { now } });
  const closeForEdits = (now = afterEdits): CallCommand => ({ type: 'CloseCallForEdits', data: { now } });
  const close: CallCommand = { type: 'CloseCall', data: { now: afterEdits } };
  it('passes the deadline for new contributions one millisecond after it, once', () => {
    given(...past.open)
      .when(closeForNew())
      .then(closedForNew);
    given(...past.open)
      .when(closeForNew(deadline))
      .thenRejected({ code: 'call.deadline_not_passed', deadline, now: deadline });
    given(...past.closed_for_new)
      .when(closeForNew())
      .thenNothing();
    given(scheduled).when(closeForNew()).thenRejected({ code: 'call.wrong_stage', stage: 'scheduled', needed: 'open' });
  });
  it('passes the deadline that stands after an extension', () => {
    given(...past.open, extended({ closesForNew: longer }))
      .when(closeForNew())
      .thenRejected({ code: 'call.deadline_not_passed', deadline: longer.instant, now: afterDeadline });
  });
  it('passes the deadline for edits one millisecond after it, once', () => {
    given(...past.closed_for_new)
      .when(closeForEdits())
      .then(closedForEdits);
    given(...past.closed_for_new)
      .when(closeForEdits(edits))
      .thenRejected({ code: 'call.deadline_not_passed', deadline: edits, now: edits });
    given(...past.closed_for_edits)
      .when(closeForEdits())
      .thenNothing();
    given(...past.closed)
      .when(closeForEdits())
      .thenNothing();
    given(scheduled).when(closeForEdits()).thenRejected({ code: 'call.wrong_stage', stage: 'scheduled', needed: 'closed_for_new' });
  });
  it('passes both deadlines when the first was not noticed', () => {
    given(...past.open)
      .when(closeForEdits())
      .then({ type: 'CallClosedForNew', data: { callId: 'c', deadline, closedAt: afterEdits } }, closedForEdits);
  });
  it('is closed after it was closed for edits, once', () => {
    given(...past.closed_for_edits)
      .when(close)
      .then(closed);
    given(...past.closed)
      .when(close)
      .thenNothing();
    given(...past.open)
      .when(close)
      .thenRejected({ code: 'call.wrong_stage', stage: 'open', needed: 'closed_for_edits' });
  });
});

describe('the window of a call', () => {
  it('is what a submission sees', () => {
    expect(windowOf(callDecider.initialState)).toBeNull();
    expect(windowOf(past.open.reduce(callDecider.evolve, callDecider.initialState))).toStrictEqual({
      callId: 'c',
      open: true,
      guidanceIds: ['g'],
      closesForNew: deadline,
      closesForEdits: edits,
      lateInput: 'kept',
    });
  });
  it.each([
    ['scheduled', false],
    ['open', true],
    ['closed_for_new', true],
    ['closed_for_edits', false],
    ['closed', false],
  ] as const)('of one that is %s is open: %s', (stage, isOpen) => {
    const events: readonly CallEvent[] = past[stage];
    expect(windowOf(events.reduce(callDecider.evolve, callDecider.initialState))?.open).toBe(isOpen);
  });
  it('moves with an extension', () => {
    const moved = [...past.open, extended({ closesForNew: longer })].reduce(callDecider.evolve, callDecider.initialState);
    expect(windowOf(moved)?.closesForNew).toBe(longer.instant);
  });
});
