import { describe, expect, it } from '@jest/globals';
import { interpret, notStarted, parseDefinition, standingAfter, type Definition, type Standing } from './index.ts';

const wording = { en: 'x', fr: 'x' };
const stage = (name: string, final = false) => ({ name, title: wording, milestone: 'asked', final, clock: 'running' }) as const;

/** Asked, to be acknowledged in two days and answered in ten; a reminder starts the ten days anew. */
const definition: Definition = {
  name: 'question',
  version: 1,
  title: wording,
  stages: [stage('asked'), stage('answered', true)],
  commands: [{ command: 'RecordDeadlinePassed', stages: ['*'], roles: ['process'], ownership: 'any', guards: [] }],
  transitions: [
    { event: 'Asked', from: ['none'], to: 'asked' },
    { event: 'Answered', from: ['asked'], to: 'answered' },
  ],
  reasons: {},
  deadlines: [
    { name: 'acknowledgement', startsOn: ['Asked'], stopsOn: ['Acknowledged'], after: { workingDays: 2 }, fires: 'RecordDeadlinePassed' },
    { name: 'answer', startsOn: ['Asked', 'Reminded'], stopsOn: ['Withheld'], after: { days: 10 }, fires: 'RecordDeadlinePassed' },
    { name: 'report', startsOn: ['Answered'], stopsOn: [], after: { months: 1 }, fires: 'RecordDeadlinePassed' },
  ],
  fourEyes: [],
};

const after = (...facts: readonly (readonly [type: string, data?: object])[]): Standing =>
  facts.reduce((standing, [type, data = {}]) => standingAfter(definition, standing, { type, data, actor: 'ada' }), notStarted);
const pass = (standing: Standing, deadline: string) =>
  interpret(definition, standing, {
    command: 'RecordDeadlinePassed',
    data: { deadline },
    role: 'process',
    actor: 'process-deadlines',
    relation: 'none',
  });
const notRunning = (deadline: string) => ({ code: 'workflow.deadline_not_running', deadline });

describe('a deadline', () => {
  it('runs from the event that starts it to the one that stops it', () => {
    expect(after().running).toStrictEqual([]);
    expect(after(['Asked']).running).toStrictEqual(['acknowledgement', 'answer']);
    expect(after(['Asked'], ['Noted']).running).toStrictEqual(['acknowledgement', 'answer']);
    expect(after(['Asked'], ['Acknowledged']).running).toStrictEqual(['answer']);
    expect(after(['Asked'], ['Acknowledged'], ['Withheld']).running).toStrictEqual([]);
  });

  it('passes once, and can be started anew', () => {
    const passed = ['DeadlinePassed', { deadline: 'answer' }] as const;
    expect(after(['Asked'], passed).running).toStrictEqual(['acknowledgement']);
    expect(after(['Asked'], passed, ['Reminded']).running).toStrictEqual(['acknowledgement', 'answer']);
  });

  it('is over in a final stage, unless the event that led there starts it', () => {
    expect(after(['Asked'], ['Answered']).running).toStrictEqual(['report']);
  });

  it('can pass only while it runs', () => {
    expect(pass(after(['Asked']), 'answer')).toBeNull();
    expect(pass(after(['Asked'], ['Acknowledged']), 'acknowledgement')).toStrictEqual(notRunning('acknowledgement'));
    expect(pass(after(['Asked']), 'nonsense')).toStrictEqual(notRunning('nonsense'));
  });

  it('is read with a time of day and whose it is; others are refused', () => {
    const read = (more: object) => parseDefinition({ ...definition, deadlines: [{ ...definition.deadlines[0], ...more }] });
    expect(read({ at: '18:00', bound: 'member' })).toMatchObject({ definition: { deadlines: [{ at: '18:00', bound: 'member' }] } });
    expect(read({ at: '24:00', bound: 'nobody' })).toStrictEqual({
      malformed: ['definition.deadlines[0].at', 'definition.deadlines[0].bound'],
    });
  });
});
