import type { Fault } from '../support/kurrentdb-test-server/start.ts';

/** What one call meets, and what it has to come to: `done`, or the code of its error. */
export interface Scenario {
  readonly name: string;
  readonly call: 'append' | 'readStream' | 'readAll' | 'head';
  readonly fault: Fault;
  readonly comesTo: string;
  /** Whether the events of a failed append may be stored all the same. */
  readonly stored?: boolean;
}

const deniedBy = new Map([
  [7, 'access_denied'],
  [16, 'access_denied'],
]);

const codes = [1, 2, 4, 7, 8, 10, 13, 14, 16] as const;

const failing = (call: Scenario['call'], operation: Fault['operation'], unmapped: ReadonlyMap<number, string>): readonly Scenario[] =>
  codes.map((code) => ({
    name: `status ${code}`,
    call,
    fault: { operation, when: 'before', how: 'fail', code },
    comesTo: unmapped.get(code) ?? 'done',
  }));

const appends: readonly Scenario[] = [
  ...failing('append', 'BatchAppend', new Map([...deniedBy, [2, 'unknown']])),
  ...([1, 10, 13, 14] as const).map((code): Scenario => ({
    name: `status ${code} after the commit`,
    call: 'append',
    fault: { operation: 'BatchAppend', when: 'after', how: 'fail', code },
    comesTo: 'done',
  })),
  ...(['before', 'after'] as const).flatMap((when): readonly Scenario[] => [
    { name: `no answer, ${when} the commit`, call: 'append', fault: { operation: 'BatchAppend', when, how: 'silent' }, comesTo: 'done' },
    { name: `a clean end, ${when} the commit`, call: 'append', fault: { operation: 'BatchAppend', when, how: 'end' }, comesTo: 'done' },
    {
      name: `a commit that took too long, ${when} it`,
      call: 'append',
      fault: { operation: 'BatchAppend', when, how: 'timeout_in_band' },
      comesTo: 'done',
    },
  ]),
  {
    name: 'no answer at all',
    call: 'append',
    fault: { operation: 'BatchAppend', when: 'before', how: 'silent', times: 99 },
    comesTo: 'deadline_exceeded',
  },
  {
    name: 'no answer at all, after the commit',
    call: 'append',
    fault: { operation: 'BatchAppend', when: 'after', how: 'silent', times: 99 },
    comesTo: 'deadline_exceeded',
    stored: true,
  },
  { name: 'another node leads', call: 'append', fault: { operation: 'BatchAppend', when: 'before', how: 'not_leader' }, comesTo: 'done' },
  {
    name: 'an answer that is late',
    call: 'append',
    fault: { operation: 'BatchAppend', when: 'after', how: 'late', ms: 150 },
    comesTo: 'done',
  },
  {
    name: 'an answer that is too late',
    call: 'append',
    fault: { operation: 'BatchAppend', when: 'after', how: 'late', ms: 900 },
    comesTo: 'done',
  },
  { name: 'an answer that comes twice', call: 'append', fault: { operation: 'BatchAppend', when: 'after', how: 'twice' }, comesTo: 'done' },
  {
    name: 'access refused',
    call: 'append',
    fault: { operation: 'BatchAppend', when: 'before', how: 'denied_in_band' },
    comesTo: 'access_denied',
  },
  {
    name: 'no server features',
    call: 'append',
    fault: { operation: 'GetSupportedMethods', when: 'before', how: 'fail', code: 14 },
    comesTo: 'done',
  },
  {
    name: 'silence about server features',
    call: 'append',
    fault: { operation: 'GetSupportedMethods', when: 'before', how: 'silent' },
    comesTo: 'done',
  },
];

const reads = (call: 'readStream' | 'readAll' | 'head'): readonly Scenario[] => [
  ...failing(call, 'Read', deniedBy),
  { name: 'cut after two events', call, fault: { operation: 'Read', when: 'after', how: 'fail', code: 14, events: 2 }, comesTo: 'done' },
  { name: 'a clean end after two events', call, fault: { operation: 'Read', when: 'after', how: 'end', events: 2 }, comesTo: 'done' },
  { name: 'no answer', call, fault: { operation: 'Read', when: 'before', how: 'silent' }, comesTo: 'done' },
  { name: 'silence after two events', call, fault: { operation: 'Read', when: 'after', how: 'silent', events: 2 }, comesTo: 'done' },
  { name: 'no answer at all', call, fault: { operation: 'Read', when: 'before', how: 'silent', times: 99 }, comesTo: 'deadline_exceeded' },
  { name: 'another node leads', call, fault: { operation: 'Read', when: 'before', how: 'not_leader' }, comesTo: 'done' },
  { name: 'an answer that is late', call, fault: { operation: 'Read', when: 'after', how: 'late', ms: 150 }, comesTo: 'done' },
];

/** Every call with everything that may befall it. */
export const scenarios: readonly Scenario[] = [...appends, ...reads('readStream'), ...reads('readAll'), ...reads('head')];
