import { describe, expect, it } from '@jest/globals';
import { brusselsDate, resolveWallTime } from '../../../application/src/index.ts';
import { closedOn, secretariatCalendar, type CalendarDate, type Instant } from '../../../domain/src/index.ts';
import type { Definition } from '../../../workflow/src/index.ts';
import { frozen } from '../../../../test/support/given.ts';
import type { Output, ProcessEvent } from '../runner/process.port.ts';
import { deadlineProcess } from './deadlines.process.ts';

const wording = { en: 'x', fr: 'x' };
const stage = (name: string, clock: 'running' | 'paused' = 'running', final = false) =>
  ({ name, title: wording, milestone: 'submitted', final, clock }) as const;

/** Received, asked back (the clock stands still), done; a speaker confirms by a day that the event tells. */
const first: Definition = {
  name: 'topic',
  version: 1,
  title: wording,
  stages: [stage('received'), stage('asked', 'paused'), stage('done', 'running', true)],
  commands: [],
  transitions: [
    { event: 'Received', from: ['none'], to: 'received' },
    { event: 'AskedBack', from: ['received'], to: 'asked' },
    { event: 'Answered', from: ['asked'], to: 'received' },
    { event: 'Done', from: ['*'], to: 'done' },
  ],
  reasons: {},
  deadlines: [
    { name: 'triage', startsOn: ['Received'], stopsOn: ['Classified'], after: { workingDays: 5 }, fires: 'RecordDeadlinePassed' },
    {
      name: 'answer',
      startsOn: ['AskedBack'],
      stopsOn: ['Answered'],
      after: { workingDays: 10 },
      at: '18:00',
      bound: 'member',
      fires: 'LapseTopicClarification',
    },
    { name: 'ruling', startsOn: ['Late'], stopsOn: [], after: { field: 'rule.by' }, fires: 'RecordDeadlinePassed' },
    { name: 'final', startsOn: ['Placed'], stopsOn: [], after: { days: -30, from: 'opensOn' }, fires: 'RecordDeadlinePassed' },
    { name: 'review', startsOn: ['Placed'], stopsOn: [], after: { months: 6 }, fires: 'RecordDeadlinePassed' },
  ],
  fourEyes: [],
};

const second: Definition = {
  ...first,
  version: 2,
  deadlines: [
    { name: 'triage', startsOn: ['Received'], stopsOn: ['Classified'], after: { workingDays: 8 }, fires: 'RecordDeadlinePassed' },
    { name: 'ruling', startsOn: ['Late'], stopsOn: [], after: { days: 2 }, fires: 'RecordDeadlinePassed' },
  ],
};

const process = deadlineProcess({
  definitionOf: (_category, policy) => ({ one: first, two: second })[policy] ?? null,
  calendarAt: (instant) => (instant < '2015-04-01' ? secretariatCalendar : closedOn(secretariatCalendar, ['2015-05-15' as CalendarDate])),
  resolve: resolveWallTime,
  dateAt: brusselsDate,
});

type Told = readonly [type: string, day: string, data?: object];

/** What the last of these events leads to, one instance after the other. */
const outputs = (...told: readonly Told[]): readonly Output[] => {
  let state = process.initialState;
  let last: readonly Output[] = [];
  for (const [type, day, data = {}] of told) {
    const occurredAt = (day.includes('T') ? day : `${day}T10:00:00.000Z`) as Instant;
    const event = { type, data, id: 'e', stream: 'topic-t1', revision: 0, occurredAt, policy: 'one' } as unknown as ProcessEvent;
    ({ state, outputs: last } = process.handle(frozen(state), frozen(event), 'topic-t1'));
  }
  return last;
};

const passing = (deadline: string, dueAt: string) => ({
  name: 'recordDeadlinePassed',
  input: { object: 'topic', id: 't1', deadline, dueAt },
});
const set = (timer: string, dueAt: string, order: object = passing(timer, dueAt)) => ({
  kind: 'setTimer',
  timer,
  due: dueAt.replace('.000Z', '.001Z'),
  order,
});
const cancel = (timer: string) => ({ kind: 'cancelTimer', timer });
const received: Told = ['Received', '2015-03-31'];
const asked: Told = ['AskedBack', '2015-04-02'];

describe('the deadlines of an instance', () => {
  it('concern every governed category, and nothing else', () => {
    const of = (stream: string) => process.instancesOf({ stream } as ProcessEvent);
    expect(['topic-t1', 'call-c', 'member-KE', 'process-e1', 'draft-d'].flatMap(of)).toStrictEqual(['topic-t1', 'call-c']);
  });

  it('start with an event and fire when their last instant is over', () => {
    expect(outputs(received)).toStrictEqual([set('triage', '2015-04-09T21:59:00.000Z')]);
  });

  it('stop with an event', () => {
    expect(outputs(received, ['Classified', '2015-04-01'])).toStrictEqual([cancel('triage')]);
    expect(outputs(received, ['Noted', '2015-04-01'])).toStrictEqual([]);
  });

  it('stand still while a Member is asked, whose own deadline runs, and go on with what was left', () => {
    const lapse = { name: 'lapseTopicClarification', input: { topicId: 't1' } };
    expect(outputs(received, asked)).toStrictEqual([cancel('triage'), set('answer', '2015-04-20T16:00:00.000Z', lapse)]);
    expect(outputs(received, asked, ['Answered', '2015-04-08'])).toStrictEqual([
      cancel('answer'),
      set('triage', '2015-04-13T21:59:00.000Z'),
    ]);
  });

  it('stop when a final stage is reached', () => {
    expect(outputs(received, ['Done', '2015-04-01'])).toStrictEqual([cancel('triage')]);
    expect(outputs(received, asked, ['Done', '2015-04-03'])).toStrictEqual([cancel('triage'), cancel('answer')]);
  });

  it('are over when they have passed', () => {
    const passed: Told = ['DeadlinePassed', '2015-04-10', { deadline: 'triage' }];
    expect(outputs(received, passed)).toStrictEqual([cancel('triage')]);
    expect(outputs(received, passed, asked, ['Answered', '2015-04-20'])).toStrictEqual([cancel('answer')]);
  });

  it('are told by the event as an instant or as a deadline, or not at all', () => {
    const by = '2015-04-30T10:00:00.000Z';
    expect(outputs(received, ['Late', '2015-04-01', { rule: { by } }])).toStrictEqual([set('ruling', by)]);
    const deadline = { wallTime: '2015-04-30T12:00', zone: 'Europe/Brussels', instant: by };
    expect(outputs(received, ['Late', '2015-04-01', { rule: { by: deadline } }])).toStrictEqual([set('ruling', by)]);
    expect(outputs(received, ['Late', '2015-04-01', { rule: null }])).toStrictEqual([]);
  });

  it('are counted back from a day that the event tells, on the calendar as it was known then', () => {
    const placed = (day: string): Told => ['Placed', day, { opensOn: '2015-06-15' }];
    expect(outputs(received, placed('2015-03-31'))[0]).toStrictEqual(set('final', '2015-05-15T21:59:00.000Z'));
    expect(outputs(received, placed('2015-04-20'))).toStrictEqual([
      set('final', '2015-05-13T21:59:00.000Z'),
      set('review', '2015-10-20T21:59:00.000Z'),
    ]);
    expect(outputs(received, ['Placed', '2015-03-31', {}])).toStrictEqual([set('review', '2015-09-30T21:59:00.000Z')]);
  });

  it('are counted from the day in Brussels', () => {
    expect(outputs(['Received', '2015-03-30T22:30:00.000Z'])).toStrictEqual([set('triage', '2015-04-09T21:59:00.000Z')]);
  });

  it('are counted anew from where they began when the instance is migrated', () => {
    const migrated: Told = ['InstanceMigrated', '2015-04-02', { toPolicy: 'two', stage: 'received' }];
    expect(outputs(received, migrated)).toStrictEqual([set('triage', '2015-04-14T21:59:00.000Z')]);
    const late: Told = ['Late', '2015-04-01', { rule: { by: '2015-04-30T10:00:00.000Z' } }];
    expect(outputs(received, late, migrated)).toStrictEqual([cancel('ruling'), set('triage', '2015-04-14T21:59:00.000Z')]);
    expect(outputs(received, asked, ['InstanceMigrated', '2015-04-08', { toPolicy: 'two', stage: 'received' }])).toStrictEqual([
      cancel('answer'),
      set('triage', '2015-04-16T21:59:00.000Z'),
    ]);
    expect(outputs(received, asked, ['InstanceMigrated', '2015-04-08', { toPolicy: 'two', stage: 'asked' }])).toStrictEqual([
      cancel('answer'),
    ]);
    expect(outputs(received, migrated, ['Received', '2015-04-13'])).toStrictEqual([
      cancel('triage'),
      set('triage', '2015-04-23T21:59:00.000Z'),
    ]);
  });

  it('cannot be told without the procedure', () => {
    const event = { type: 'Received', data: {}, stream: 'topic-t1', occurredAt: '2015-04-01T10:00:00.000Z', policy: 'three' };
    expect(() => process.handle(process.initialState, event as unknown as ProcessEvent, 'topic-t1')).toThrow(
      'there is no procedure for topic',
    );
  });
});
