import { describe, expect, it } from '@jest/globals';
import {
  checkDefinition,
  diagramOf,
  governedCategory,
  parseDefinition,
  shippedCategories,
  shippedDefinition,
  type Definition,
  type GovernedCategory,
} from './index.ts';

const read = (value: unknown): Definition => {
  const parsed = parseDefinition(value);
  if (!('definition' in parsed)) throw new Error(parsed.malformed.join(', '));
  return parsed.definition;
};

const wording = { en: 'x', fr: 'x' };

/** What the domain fixes for a small paper: written, weighed by one person, decided by another. */
const category: GovernedCategory = {
  name: 'paper',
  milestones: { written: ['none'], weighed: ['written'], decided: ['weighed'] },
  commands: { Write: ['PaperWritten'], Weigh: ['PaperWeighed'], Decide: ['PaperDecided'], Note: ['PaperNoted'] },
  reaches: { PaperWritten: 'written', PaperWeighed: 'weighed', PaperDecided: 'decided' },
  fourEyes: [['Weigh', 'Decide']],
  never: { Decide: ['drafter'] },
};

const sound: Definition = {
  name: 'paper',
  version: 1,
  title: wording,
  stages: [
    { name: 'written', title: wording, milestone: 'written', final: false, clock: 'running' },
    { name: 'weighed', title: wording, milestone: 'weighed', final: false, clock: 'running' },
    { name: 'decided', title: wording, milestone: 'decided', final: true, clock: 'running' },
  ],
  commands: [
    { command: 'Write', stages: ['none'], roles: ['delegate'], ownership: 'own', guards: [] },
    { command: 'Weigh', stages: ['written'], roles: ['officer'], ownership: 'any', guards: [] },
    { command: 'Decide', stages: ['weighed'], roles: ['officer'], ownership: 'any', guards: [] },
    { command: 'RecordDeadlinePassed', stages: ['*'], roles: ['process'], ownership: 'any', guards: [] },
  ],
  transitions: [
    { event: 'PaperWritten', from: ['none'], to: 'written' },
    { event: 'PaperWeighed', from: ['written'], to: 'weighed' },
    { event: 'PaperDecided', from: ['weighed'], to: 'decided' },
  ],
  reasons: {},
  deadlines: [
    { name: 'weighing', startsOn: ['PaperWritten'], stopsOn: ['PaperWeighed'], after: { workingDays: 2 }, fires: 'RecordDeadlinePassed' },
  ],
  fourEyes: [['Weigh', 'Decide']],
};

const found = (change: (definition: Definition) => Partial<Definition>) => checkDefinition({ ...sound, ...change(sound) }, category);

describe('a definition', () => {
  it('that is sound has no finding', () => {
    expect(checkDefinition(sound, category)).toStrictEqual([]);
  });
  it('has no stage that cannot be reached', () => {
    const aside = { name: 'aside', title: wording, milestone: 'written', final: true, clock: 'running' } as const;
    expect(found(({ stages }) => ({ stages: [...stages, aside] }))).toStrictEqual([{ rule: 'stage_unreachable', at: 'aside' }]);
  });
  it('has no dead end that is not final', () => {
    expect(
      found(({ transitions, commands }) => ({
        transitions: transitions.slice(0, 2),
        commands: commands.filter(({ command }) => command !== 'Decide'),
      })),
    ).toStrictEqual([
      { rule: 'stage_dead_end', at: 'written' },
      { rule: 'stage_dead_end', at: 'weighed' },
      { rule: 'stage_unreachable', at: 'decided' },
    ]);
  });
  it('has no path to a decision that skips the weighing', () => {
    const shortcut = (definition: Definition): Partial<Definition> => ({
      commands: definition.commands.map((line) => (line.command === 'Decide' ? { ...line, stages: ['written', 'weighed'] } : line)),
      transitions: [...definition.transitions, { event: 'PaperDecided', from: ['written'], to: 'decided' }],
    });
    expect(found(shortcut)).toStrictEqual([{ rule: 'milestone_skipped', at: 'PaperDecided: written → decided' }]);
  });
  it('leads an event to the milestone it stands for', () => {
    expect(
      found(({ transitions }) => ({
        transitions: transitions.map((line) => (line.event === 'PaperWeighed' ? { ...line, event: 'PaperDecided' } : line)),
      })),
    ).toContainEqual({
      rule: 'milestone_mistaken',
      at: 'PaperDecided → weighed',
    });
  });
  it('leaves no stage behind when a milestone is reached', () => {
    expect(
      found(({ commands }) => ({
        commands: commands.map((line) => (line.command === 'Decide' ? { ...line, stages: ['written', 'weighed'] } : line)),
      })),
    ).toStrictEqual([{ rule: 'stage_left_behind', at: 'PaperDecided in written' }]);
  });
  it('has no transition that nobody may take', () => {
    expect(
      found(({ commands }) => ({ commands: commands.map((line) => (line.command === 'Decide' ? { ...line, roles: [] } : line)) })),
    ).toStrictEqual([{ rule: 'transition_nobody_may_take', at: 'PaperDecided in weighed' }]);
    expect(
      found(({ transitions }) => ({ transitions: [...transitions, { event: 'StageEntered', from: ['written'], to: 'written' }] })),
    ).toStrictEqual([{ rule: 'transition_nobody_may_take', at: 'StageEntered in written' }]);
  });
  it('lets nobody recommend and decide alike', () => {
    expect(found(() => ({ fourEyes: [] }))).toStrictEqual([{ rule: 'one_person_may_do_both', at: 'Weigh and Decide' }]);
    expect(found(() => ({ fourEyes: [['Decide', 'Weigh']] }))).toStrictEqual([{ rule: 'one_person_may_do_both', at: 'Weigh and Decide' }]);
  });
  it('lets no drafter approve', () => {
    expect(
      found(({ commands }) => ({
        commands: commands.map((line) => (line.command === 'Decide' ? { ...line, roles: ['officer', 'drafter'] } : line)),
      })),
    ).toStrictEqual([{ rule: 'role_may_never', at: 'Decide: drafter' }]);
  });
  it('leads one event from one stage to one place', () => {
    expect(
      found(({ transitions }) => ({ transitions: [...transitions, { event: 'PaperWeighed', from: ['*'], to: 'written' }] })),
    ).toContainEqual({
      rule: 'transition_ambiguous',
      at: 'PaperWeighed',
    });
  });
  it('has clocks that can be rung', () => {
    expect(found(({ commands }) => ({ commands: commands.filter(({ command }) => command !== 'RecordDeadlinePassed') }))).toStrictEqual([
      { rule: 'deadline_fires_nothing', at: 'weighing' },
    ]);
  });
  it.each<[string, (definition: Definition) => Partial<Definition>, string, string]>([
    ['stage twice', ({ stages }) => ({ stages: [...stages, ...stages.slice(0, 1)] }), 'stage_repeated', 'written'],
    [
      'stage',
      ({ transitions }) => ({ transitions: [...transitions, { event: 'PaperNoted', from: ['limbo'], to: 'written' }] }),
      'stage_unknown',
      'limbo',
    ],
    ['milestone', ({ stages }) => ({ stages: stages.map((stage) => ({ ...stage, milestone: 'eaten' })) }), 'milestone_unknown', 'written'],
    [
      'command',
      () => ({
        fourEyes: [
          ['Weigh', 'Decide'],
          ['Eat', 'Decide'],
        ],
      }),
      'command_unknown',
      'Eat',
    ],
    [
      'event',
      ({ transitions }) => ({ transitions: [...transitions, { event: 'PaperEaten', from: ['written'], to: 'written' }] }),
      'event_unknown',
      'PaperEaten',
    ],
    ['role', ({ commands }) => ({ commands: commands.map((line) => ({ ...line, roles: ['king'] })) }), 'role_unknown', 'Write: king'],
    [
      'guard',
      ({ commands }) => ({ commands: commands.map((line) => ({ ...line, guards: [{ guard: 'reason_listed', list: 'gone' }] })) }),
      'guard_unknown',
      'Write: reason_listed',
    ],
  ])('names no unknown %s', (_what, change, rule, at) => {
    expect(found(change)).toContainEqual({ rule, at });
  });
});

describe('a definition that ships', () => {
  it.each(shippedCategories)('for %s is of the form and without a finding', (name) => {
    const definition = shippedDefinition(name);
    const governed = governedCategory(name);
    if (definition === null || governed === null) throw new Error(`${name} does not ship`);
    expect([definition.name, definition.version]).toStrictEqual([name, 1]);
    expect(checkDefinition(definition, governed)).toStrictEqual([]);
  });
  it('does not exist for what no procedure governs', () => {
    expect([shippedDefinition('member'), shippedDefinition('constructor'), governedCategory('member')]).toStrictEqual([null, null, null]);
  });
});

describe('the form', () => {
  it('names each place that is wrong', () => {
    expect(parseDefinition(null)).toStrictEqual({ malformed: ['definition'] });
    expect(parseDefinition({ ...sound, version: 0.5, stages: [{ name: 'x' }], eaten: true })).toStrictEqual({
      malformed: [
        'definition.eaten',
        'definition.version',
        'definition.stages[0].title',
        'definition.stages[0].milestone',
        'definition.stages[0].final',
        'definition.stages[0].clock',
      ],
    });
  });
  it.each<[object, string]>([
    [{ workingDays: 0 }, 'after'],
    [{ days: 1, months: 1 }, 'after'],
    [{ field: '' }, 'after'],
    [{ days: -30 }, 'after'],
    [{ days: 0, from: 'opens' }, 'after'],
    [{ field: 'dueAt', from: 'opens' }, 'after'],
  ])('refuses the term %j', (after, place) => {
    expect(parseDefinition({ ...sound, deadlines: [{ ...sound.deadlines[0], after }] })).toStrictEqual({
      malformed: [`definition.deadlines[0].${place}`],
    });
  });
  it('takes every kind of term', () => {
    const terms = [{ workingDays: 2 }, { days: 30 }, { months: 6 }, { field: 'dueAt' }, { days: -30, from: 'opensOn' }];
    const deadlines = terms.map((after) => ({ ...sound.deadlines[0], after }));
    expect(read({ ...sound, deadlines }).deadlines.map(({ after }) => after)).toStrictEqual(terms);
  });
});

describe('the diagram', () => {
  it('shows stages, lines, beginning and end', () => {
    expect(diagramOf(sound, 'en')).toBe(
      [
        'stateDiagram-v2',
        '  written: x',
        '  weighed: x',
        '  decided: x',
        '  [*] --> written: PaperWritten',
        '  written --> weighed: PaperWeighed',
        '  weighed --> decided: PaperDecided',
        '  decided --> [*]',
        '',
      ].join('\n'),
    );
  });
  it('shows a pause, any stage and which deadline', () => {
    const [first, ...rest] = sound.stages;
    if (first === undefined) throw new Error('no stage');
    const waiting: Definition = {
      ...sound,
      stages: [{ ...first, clock: 'paused' }, ...rest],
      transitions: [{ event: 'DeadlinePassed', from: ['*'], to: 'written', deadline: 'weighing' }],
    };
    expect(diagramOf(waiting, 'fr')).toContain('  written: x ⏸');
    expect(diagramOf(waiting, 'fr')).toContain('  any: toute étape ouverte\n  any --> written: DeadlinePassed (weighing)');
  });
});
