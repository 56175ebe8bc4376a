import { covers, noStage, stageNamed, type Definition, type Guard, type OpenCommand, type Transition } from './definition.ts';
import { deadlinesRunning } from './deadlines.ts';
import { guardRefusal, type GuardRefusal } from './guards.ts';

/** An event as the procedure sees it. */
export interface ProcedureFact {
  readonly type: string;
  readonly data: object;
  /** Pseudonym of who caused it; four-eyes rules compare it. */
  readonly actor: string;
  /** The command that caused it, when known. */
  readonly command?: string;
}

/** Where an instance stands. */
export interface Standing {
  readonly stage: string;
  /** Who gave which command so far. */
  readonly given: readonly { readonly command: string; readonly actor: string }[];
  /** Names of the deadlines that run. */
  readonly running: readonly string[];
}

/** What somebody wants to do to an instance. */
export interface Attempt {
  readonly command: string;
  readonly data: object;
  readonly role: string;
  readonly actor: string;
  /** Whether the instance belongs to the actor's Member; `none` when he acts for no Member. */
  readonly relation: 'own' | 'other' | 'none';
}

export type ProcedureRefusal =
  | { readonly code: 'authorisation.role_not_allowed'; readonly action: string; readonly role: string }
  | { readonly code: 'workflow.command_not_open'; readonly command: string; readonly stage: string; readonly openIn: readonly string[] }
  | { readonly code: 'workflow.not_your_member'; readonly command: string }
  | { readonly code: 'workflow.only_other_members'; readonly command: string }
  | { readonly code: 'workflow.deadline_not_running'; readonly deadline: string }
  | { readonly code: 'workflow.four_eyes'; readonly command: string; readonly given: string }
  | GuardRefusal;

const applies = (definition: Definition, transition: Transition, stage: string, { type, data }: ProcedureFact): boolean =>
  transition.event === type &&
  covers(definition, transition.from, stage) &&
  (transition.deadline === undefined || Reflect.get(data, 'deadline') === transition.deadline);

/** The stage after one more event. `StageEntered` and `InstanceMigrated` say themselves where they lead. */
export const stageAfter = (definition: Definition, stage: string, fact: ProcedureFact): string => {
  if (fact.type === 'StageEntered') return String(Reflect.get(fact.data, 'to'));
  if (fact.type === 'InstanceMigrated') return String(Reflect.get(fact.data, 'stage'));
  return definition.transitions.find((transition) => applies(definition, transition, stage, fact))?.to ?? stage;
};

export const notStarted: Standing = { stage: noStage, given: [], running: [] };

/** Where an instance stands after one more event. */
export const standingAfter = (definition: Definition, standing: Standing, fact: ProcedureFact): Standing => {
  const stage = stageAfter(definition, standing.stage, fact);
  return {
    stage,
    given: fact.command === undefined ? standing.given : [...standing.given, { command: fact.command, actor: fact.actor }],
    running: deadlinesRunning(definition, standing.running, fact, stage),
  };
};

const ownershipFits = ({ ownership }: OpenCommand, { relation }: Attempt): boolean => ownership === 'any' || ownership === relation;

const fourEyesRefusal = ({ fourEyes }: Definition, { given }: Standing, { command, actor }: Attempt): ProcedureRefusal | null => {
  const before = fourEyes.flatMap(([first, then]) => (then === command ? [first] : []));
  const own = before.find((first) => given.findLast((past) => past.command === first)?.actor === actor);
  return own === undefined ? null : { code: 'workflow.four_eyes', command, given: own };
};

/** What was stopped in time, or runs no longer, does not pass. */
const deadlineRefusal = ({ running }: Standing, { command, data }: Attempt): ProcedureRefusal | null => {
  if (command !== 'RecordDeadlinePassed') return null;
  const deadline = String(Reflect.get(data, 'deadline'));
  return running.includes(deadline) ? null : { code: 'workflow.deadline_not_running', deadline };
};

const firstRefusal = (definition: Definition, guards: readonly Guard[], data: object): GuardRefusal | null =>
  guards.map((guard) => guardRefusal(definition, guard, data)).find((refusal) => refusal !== null) ?? null;

/** Whether a stage may be entered by hand: a line of the definition says so. */
const mayEnter = (definition: Definition, stage: string, to: string): boolean =>
  definition.transitions.some((line) => line.event === 'StageEntered' && line.to === to && covers(definition, line.from, stage));

const openHere = (definition: Definition, entry: OpenCommand, stage: string, data: object): boolean =>
  covers(definition, entry.stages, stage) &&
  (entry.command !== 'MoveToStage' || mayEnter(definition, stage, String(Reflect.get(data, 'to'))));

/**
 * Whether the procedure lets somebody give a command to an instance where it stands.
 *
 * @returns null when it does, otherwise the first thing that stands against it: role, Member, stage, four eyes, deadline, guard — in that order
 */
export const interpret = (definition: Definition, standing: Standing, attempt: Attempt): ProcedureRefusal | null => {
  const { command, role, data } = attempt;
  const entries = definition.commands.filter((entry) => entry.command === command && entry.roles.includes(role));
  if (entries.length === 0) return { code: 'authorisation.role_not_allowed', action: command, role };
  const owned = entries.filter((entry) => ownershipFits(entry, attempt));
  if (owned.length === 0)
    return entries.every(({ ownership }) => ownership === 'own')
      ? { code: 'workflow.not_your_member', command }
      : { code: 'workflow.only_other_members', command };
  const open = owned.filter((entry) => openHere(definition, entry, standing.stage, data));
  if (open.length === 0)
    return { code: 'workflow.command_not_open', command, stage: standing.stage, openIn: owned.flatMap(({ stages }) => stages) };
  const eyes = fourEyesRefusal(definition, standing, attempt) ?? deadlineRefusal(standing, attempt);
  if (eyes !== null) return eyes;
  const refusals = open.map(({ guards }) => firstRefusal(definition, guards, data));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
};

/** Whether a refusal is about who gives the command, not about when or how. */
export const isAboutWho = ({ code }: ProcedureRefusal): boolean =>
  code === 'authorisation.role_not_allowed' || code === 'workflow.not_your_member' || code === 'workflow.only_other_members';

/** Commands that are open to a role on an instance where it stands; four eyes and guards are judged when the command is given. */
export const openCommands = (definition: Definition, stage: string, role: string, relation: Attempt['relation']): readonly string[] => [
  ...new Set(
    definition.commands
      .filter(
        (entry) =>
          entry.roles.includes(role) &&
          covers(definition, entry.stages, stage) &&
          (entry.ownership === 'any' || entry.ownership === relation),
      )
      .map(({ command }) => command),
  ),
];

/** Whether the clock of an instance stands still. */
export const isPaused = (definition: Definition, stage: string): boolean => stageNamed(definition, stage)?.clock === 'paused';
