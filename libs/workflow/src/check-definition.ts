import {
  covers,
  noStage,
  procedureCommands,
  procedureEvents,
  stageNamed,
  type Definition,
  type OpenCommand,
  type Transition,
} from './definition.ts';
import { knownRoles, type GovernedCategory } from './governed-category.ts';
import { isKnownGuard } from './guards.ts';

/** What is wrong with a definition: which rule, and where. */
export interface Finding {
  readonly rule:
    | 'category_unknown'
    | 'stage_repeated'
    | 'stage_unknown'
    | 'milestone_unknown'
    | 'command_unknown'
    | 'event_unknown'
    | 'role_unknown'
    | 'guard_unknown'
    | 'transition_ambiguous'
    | 'milestone_skipped'
    | 'milestone_mistaken'
    | 'stage_left_behind'
    | 'stage_unreachable'
    | 'stage_dead_end'
    | 'transition_nobody_may_take'
    | 'one_person_may_do_both'
    | 'role_may_never'
    | 'deadline_fires_nothing';
  readonly at: string;
}

type Rule = (definition: Definition, category: GovernedCategory) => readonly Finding[];

const isOneOf = (words: readonly string[], word: string): boolean => words.includes(word);

/** Stages from which a line leads on, `*` spelled out. */
const origins = (definition: Definition, names: readonly string[]): readonly string[] =>
  [noStage, ...definition.stages.map(({ name }) => name)].filter((stage) => covers(definition, names, stage));

const milestoneAt = (definition: Definition, stage: string): string => stageNamed(definition, stage)?.milestone ?? noStage;

const names: Rule = (definition, category) => {
  const stages = definition.stages.map(({ name }) => name);
  const used = [
    ...definition.commands.flatMap(({ stages: here }) => here),
    ...definition.transitions.flatMap(({ from, to }) => [...from, to]),
  ];
  const commands = [
    ...definition.commands.map(({ command }) => command),
    ...definition.deadlines.map(({ fires }) => fires),
    ...definition.fourEyes.flat(),
  ];
  const events = [
    ...definition.transitions.map(({ event }) => event),
    ...definition.deadlines.flatMap(({ startsOn, stopsOn }) => [...startsOn, ...stopsOn]),
  ];
  const ownEvents = Object.values(category.commands).flat();
  return [
    ...stages.filter((name, index) => stages.indexOf(name) !== index).map((at): Finding => ({ rule: 'stage_repeated', at })),
    ...used.filter((name) => ![...stages, noStage, '*'].includes(name)).map((at): Finding => ({ rule: 'stage_unknown', at })),
    ...definition.stages
      .filter(({ milestone }) => !Object.hasOwn(category.milestones, milestone))
      .map(({ name }): Finding => ({ rule: 'milestone_unknown', at: name })),
    ...commands
      .filter((name) => !Object.hasOwn(category.commands, name) && !isOneOf(procedureCommands, name))
      .map((at): Finding => ({ rule: 'command_unknown', at })),
    ...events
      .filter((name) => !ownEvents.includes(name) && !isOneOf(procedureEvents, name))
      .map((at): Finding => ({ rule: 'event_unknown', at })),
    ...definition.commands.flatMap(({ command, roles }) =>
      roles.filter((role) => !isOneOf(knownRoles, role)).map((role): Finding => ({ rule: 'role_unknown', at: `${command}: ${role}` })),
    ),
    ...definition.commands.flatMap(({ command, guards }) =>
      guards
        .filter((guard) => !isKnownGuard(definition, guard))
        .map(({ guard }): Finding => ({ rule: 'guard_unknown', at: `${command}: ${guard}` })),
    ),
  ];
};

const sameTrigger = (a: Transition, b: Transition): boolean => a.event === b.event && a.deadline === b.deadline && a.to !== b.to;

/** Two lines may not lead one event from one stage to two places; entering by hand names its place. */
const ambiguity: Rule = (definition) =>
  definition.transitions.flatMap((line, index) =>
    line.event === 'StageEntered'
      ? []
      : definition.transitions
          .slice(index + 1)
          .filter(
            (other) => sameTrigger(line, other) && origins(definition, line.from).some((stage) => covers(definition, other.from, stage)),
          )
          .map((): Finding => ({ rule: 'transition_ambiguous', at: line.event })),
  );

/** No line may reach a milestone from where the domain does not let it be reached: what is decided was recommended, and so on. */
const milestoneOrder: Rule = (definition, category) =>
  definition.transitions.flatMap((line) => {
    const reached = milestoneAt(definition, line.to);
    const after = category.milestones[reached] ?? [];
    const skipped = origins(definition, line.from).filter((stage) => {
      const before = milestoneAt(definition, stage);
      return before !== reached && !after.includes(before);
    });
    const meant = category.reaches[line.event];
    const mistaken = meant !== undefined && meant !== reached;
    return [
      ...skipped.map((stage): Finding => ({ rule: 'milestone_skipped', at: `${line.event}: ${stage} → ${line.to}` })),
      ...(mistaken ? [{ rule: 'milestone_mistaken' as const, at: `${line.event} → ${line.to}` }] : []),
    ];
  });

/** A command that reaches a milestone needs a line from every stage in which it is open. */
const leftBehind: Rule = (definition, category) =>
  definition.commands.flatMap(({ command, stages }) =>
    (category.commands[command] ?? []).flatMap((event) =>
      origins(definition, stages)
        .filter((stage) => {
          const reached = category.reaches[event];
          if (reached === undefined || milestoneAt(definition, stage) === reached) return false;
          return !definition.transitions.some((line) => line.event === event && covers(definition, line.from, stage));
        })
        .map((stage): Finding => ({ rule: 'stage_left_behind', at: `${event} in ${stage}` })),
    ),
  );

/** Stages that can be reached from some, the first ones included. */
const reachableFrom = (definition: Definition, first: readonly string[]): readonly string[] => {
  const next = definition.transitions.filter(
    (line) => !first.includes(line.to) && first.some((stage) => covers(definition, line.from, stage)),
  );
  return next.length === 0 ? first : reachableFrom(definition, [...new Set([...first, ...next.map(({ to }) => to)])]);
};

const paths: Rule = (definition) => {
  const reached = reachableFrom(definition, [noStage]);
  const finals = definition.stages.filter(({ final }) => final).map(({ name }) => name);
  return definition.stages.flatMap(({ name, final }): readonly Finding[] => {
    if (!reached.includes(name)) return [{ rule: 'stage_unreachable', at: name }];
    const ends = final || reachableFrom(definition, [name]).some((stage) => finals.includes(stage));
    return ends ? [] : [{ rule: 'stage_dead_end', at: name }];
  });
};

const causes = (category: GovernedCategory, command: string): readonly string[] => {
  if (command === 'MoveToStage') return ['StageEntered'];
  if (command === 'RecordDeadlinePassed') return ['DeadlinePassed'];
  return category.commands[command] ?? [];
};

/** Stages an instance passes through while one command is recorded: where it is open, and where each of its events leads from there. */
const passedBy = (definition: Definition, category: GovernedCategory, { command, stages }: OpenCommand): readonly string[] => {
  const events = causes(category, command);
  const open = origins(definition, stages);
  const after = definition.transitions.filter(
    (line) => events.includes(line.event) && open.some((stage) => covers(definition, line.from, stage)),
  );
  return [...open, ...after.map(({ to }) => to)];
};

/** Every line needs somebody who may give the command behind it, in the stage it leads from. */
const takers: Rule = (definition, category) =>
  definition.transitions.flatMap((line) =>
    origins(definition, line.from)
      .filter(
        (stage) =>
          !definition.commands.some(
            (entry) =>
              entry.roles.length > 0 &&
              causes(category, entry.command).includes(line.event) &&
              passedBy(definition, category, entry).includes(stage),
          ),
      )
      .map((stage): Finding => ({ rule: 'transition_nobody_may_take', at: `${line.event} in ${stage}` })),
  );

const people: Rule = (definition, category) => [
  ...category.fourEyes
    .filter(([first, then]) => !definition.fourEyes.some(([one, other]) => one === first && other === then))
    .map(([first, then]): Finding => ({ rule: 'one_person_may_do_both', at: `${first} and ${then}` })),
  ...definition.commands.flatMap(({ command, roles }) =>
    roles
      .filter((role) => category.never[command]?.includes(role) === true)
      .map((role): Finding => ({ rule: 'role_may_never', at: `${command}: ${role}` })),
  ),
];

const clocks: Rule = (definition) =>
  definition.deadlines
    .filter(({ fires }) => !definition.commands.some(({ command, roles }) => command === fires && roles.includes('process')))
    .map(({ name }): Finding => ({ rule: 'deadline_fires_nothing', at: name }));

/**
 * Everything that is wrong with a definition; none when it may be published.
 *
 * @param category  what the domain fixes for the category it governs
 */
export const checkDefinition: Rule = (definition, category) => {
  const misnamed = names(definition, category);
  // What does not exist cannot be followed any further.
  if (misnamed.length > 0) return misnamed;
  return [ambiguity, milestoneOrder, leftBehind, paths, takers, people, clocks].flatMap((rule) => rule(definition, category));
};
