import { describe, expect, it } from '@jest/globals';
import { interpret, isAboutWho, isPaused, notStarted, openCommands, standingAfter, type Attempt, type Definition } from './index.ts';

const wording = { en: 'x', fr: 'x' };

/** A small procedure: asked, waiting for an answer, weighed by hand, done. */
const definition: Definition = {
  name: 'question',
  version: 1,
  title: wording,
  stages: [
    { name: 'asked', title: wording, milestone: 'asked', final: false, clock: 'running' },
    { name: 'waiting', title: wording, milestone: 'asked', final: false, clock: 'paused' },
    { name: 'weighed', title: wording, milestone: 'asked', final: false, clock: 'running' },
    { name: 'answered', title: wording, milestone: 'answered', final: true, clock: 'running' },
  ],
  commands: [
    { command: 'Ask', stages: ['none'], roles: ['delegate'], ownership: 'own', guards: [] },
    { command: 'Join', stages: ['*'], roles: ['delegate'], ownership: 'other', guards: [] },
    { command: 'Prepare', stages: ['asked'], roles: ['officer'], ownership: 'any', guards: [] },
    {
      command: 'Answer',
      stages: ['asked', 'weighed'],
      roles: ['officer'],
      ownership: 'any',
      guards: [{ guard: 'reason_listed', list: 'answer' }],
    },
    {
      command: 'Answer',
      stages: ['waiting'],
      roles: ['chair'],
      ownership: 'any',
      guards: [{ guard: 'text_in_languages', field: 'text', values: ['en', 'fr'] }],
    },
    {
      command: 'Grade',
      stages: ['asked'],
      roles: ['chair'],
      ownership: 'any',
      guards: [{ guard: 'value_allowed', field: 'mark', values: ['good'] }],
    },
    { command: 'MoveToStage', stages: ['*'], roles: ['officer'], ownership: 'any', guards: [] },
  ],
  transitions: [
    { event: 'Asked', from: ['none'], to: 'asked' },
    { event: 'DeadlinePassed', from: ['asked'], to: 'waiting', deadline: 'answer' },
    { event: 'StageEntered', from: ['asked'], to: 'weighed' },
    { event: 'Answered', from: ['*'], to: 'answered' },
  ],
  reasons: { answer: [{ code: 'known', title: wording }] },
  deadlines: [],
  fourEyes: [['Prepare', 'Answer']],
};

const at = (stage: string, ...given: { command: string; actor: string }[]) => ({ stage, given, running: [] });
const attempt = (more: Partial<Attempt>): Attempt => ({
  command: 'Answer',
  data: {},
  role: 'officer',
  actor: 'ada',
  relation: 'none',
  ...more,
});
const known = { reason: { code: 'known' } };
const tried = (stage: string, more: Partial<Attempt>) => interpret(definition, at(stage), attempt(more));

describe('a command', () => {
  it('is open to its role at its stage', () => {
    expect(tried('asked', { data: known })).toBeNull();
    expect(tried('weighed', { data: known })).toBeNull();
  });
  it('is refused to a role that may it nowhere, before anything else', () => {
    expect(tried('asked', { role: 'auditor' })).toStrictEqual({
      code: 'authorisation.role_not_allowed',
      action: 'Answer',
      role: 'auditor',
    });
    expect(tried('asked', { command: 'constructor' })).toStrictEqual({
      code: 'authorisation.role_not_allowed',
      action: 'constructor',
      role: 'officer',
    });
  });
  it('is refused at another stage, and says where it is open', () => {
    expect(tried('answered', { data: known })).toStrictEqual({
      code: 'workflow.command_not_open',
      command: 'Answer',
      stage: 'answered',
      openIn: ['asked', 'weighed'],
    });
  });
  it('is open to each role at its own stages', () => {
    expect(tried('waiting', { role: 'chair', data: { text: { en: 'a', fr: 'b' } } })).toBeNull();
    expect(tried('waiting', { role: 'officer', data: known })).toMatchObject({ code: 'workflow.command_not_open' });
  });
  it('of one’s own is refused to other Members and to nobody’s', () => {
    const ask = { command: 'Ask', role: 'delegate' };
    expect(tried('none', { ...ask, relation: 'own' })).toBeNull();
    expect(tried('none', { ...ask, relation: 'other' })).toStrictEqual({ code: 'workflow.not_your_member', command: 'Ask' });
    expect(tried('none', { ...ask, relation: 'none' })).toStrictEqual({ code: 'workflow.not_your_member', command: 'Ask' });
  });
  it('for other Members is refused to one’s own', () => {
    const join = { command: 'Join', role: 'delegate' };
    expect(tried('asked', { ...join, relation: 'other' })).toBeNull();
    expect(tried('asked', { ...join, relation: 'own' })).toStrictEqual({ code: 'workflow.only_other_members', command: 'Join' });
  });
  it('open anywhere is open neither before the beginning nor after the end', () => {
    const join = { command: 'Join', role: 'delegate', relation: 'other' } as const;
    expect(tried('weighed', join)).toBeNull();
    expect(tried('none', join)).toMatchObject({ code: 'workflow.command_not_open' });
    expect(tried('answered', join)).toMatchObject({ code: 'workflow.command_not_open' });
  });
  it('is not given by whoever prepared it last', () => {
    const prepared = at('asked', { command: 'Prepare', actor: 'ada' });
    expect(interpret(definition, prepared, attempt({ data: known }))).toStrictEqual({
      code: 'workflow.four_eyes',
      command: 'Answer',
      given: 'Prepare',
    });
    expect(interpret(definition, prepared, attempt({ data: known, actor: 'ben' }))).toBeNull();
    const again = at('asked', { command: 'Prepare', actor: 'ada' }, { command: 'Prepare', actor: 'ben' });
    expect(interpret(definition, again, attempt({ data: known }))).toBeNull();
  });
  it('may be prepared by whoever answered before: the pair has an order', () => {
    const answered = at('asked', { command: 'Answer', actor: 'ada' });
    expect(interpret(definition, answered, attempt({ command: 'Prepare' }))).toBeNull();
  });
});

describe('a guard', () => {
  it('asks for a reason of the list', () => {
    expect(tried('asked', { data: { reason: { code: 'other' } } })).toStrictEqual({ code: 'reason.unknown_code', reasonCode: 'other' });
    expect(tried('asked', { data: {} })).toStrictEqual({ code: 'reason.unknown_code', reasonCode: '' });
  });
  it('asks for a text in each language', () => {
    expect(tried('waiting', { role: 'chair', data: { text: { en: 'a', fr: ' ' } } })).toStrictEqual({
      code: 'workflow.text_missing',
      field: 'text',
      missing: ['fr'],
    });
  });
  it('asks for one of some values', () => {
    expect(tried('asked', { command: 'Grade', role: 'chair', data: { mark: 'bad' } })).toStrictEqual({
      code: 'workflow.value_not_allowed',
      field: 'mark',
      value: 'bad',
    });
    expect(tried('asked', { command: 'Grade', role: 'chair', data: { mark: 'good' } })).toBeNull();
  });
});

describe('a stage', () => {
  const after = (stage: string, type: string, data: object = {}) =>
    standingAfter(definition, at(stage), { type, data, actor: 'ada' }).stage;
  it('follows from events, and stays where no line leads on', () => {
    expect(after('none', 'Asked')).toBe('asked');
    expect(after('asked', 'Noted')).toBe('asked');
    expect(after('waiting', 'Answered')).toBe('answered');
    expect(after('answered', 'Answered')).toBe('answered');
  });
  it('follows from the deadline that is meant and from no other', () => {
    expect(after('asked', 'DeadlinePassed', { deadline: 'answer' })).toBe('waiting');
    expect(after('asked', 'DeadlinePassed', { deadline: 'other' })).toBe('asked');
  });
  it('is entered by hand where a line says so', () => {
    expect(after('asked', 'StageEntered', { to: 'weighed' })).toBe('weighed');
    expect(tried('asked', { command: 'MoveToStage', data: { to: 'weighed' } })).toBeNull();
    expect(tried('waiting', { command: 'MoveToStage', data: { to: 'weighed' } })).toMatchObject({ code: 'workflow.command_not_open' });
    expect(tried('asked', { command: 'MoveToStage', data: { to: 'answered' } })).toMatchObject({ code: 'workflow.command_not_open' });
  });
  it('is what a migration says', () => {
    expect(after('asked', 'InstanceMigrated', { stage: 'weighed' })).toBe('weighed');
  });
  it('remembers who gave what', () => {
    const fact = { type: 'Asked', data: {}, actor: 'ada', command: 'Ask' };
    expect(standingAfter(definition, notStarted, fact)).toStrictEqual({
      stage: 'asked',
      given: [{ command: 'Ask', actor: 'ada' }],
      running: [],
    });
  });
  it('may pause the clock', () => {
    expect([isPaused(definition, 'waiting'), isPaused(definition, 'asked'), isPaused(definition, 'none')]).toStrictEqual([
      true,
      false,
      false,
    ]);
  });
  it('tells what is open there', () => {
    expect(openCommands(definition, 'asked', 'officer', 'none')).toStrictEqual(['Prepare', 'Answer', 'MoveToStage']);
    expect(openCommands(definition, 'asked', 'delegate', 'own')).toStrictEqual([]);
    expect(openCommands(definition, 'asked', 'delegate', 'other')).toStrictEqual(['Join']);
  });
});

describe('a refusal', () => {
  it('is about who, or about when and how', () => {
    expect(isAboutWho({ code: 'workflow.not_your_member', command: 'Ask' })).toBe(true);
    expect(isAboutWho({ code: 'workflow.four_eyes', command: 'Ask', given: 'Ask' })).toBe(false);
  });
});
