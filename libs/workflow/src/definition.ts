/** A text in both working languages. */
export interface Wording {
  readonly en: string;
  readonly fr: string;
}

/** A named place between two milestones. */
export interface Stage {
  readonly name: string;
  readonly title: Wording;
  /** The milestone of the domain that has been reached while an instance stands here. */
  readonly milestone: string;
  readonly final: boolean;
  /** Deadlines stand still in a stage whose clock is paused: somebody outside is asked. */
  readonly clock: 'running' | 'paused';
}

/** A named condition with parameters; `guards.ts` lists them all. */
export interface Guard {
  readonly guard: string;
  readonly list?: string;
  readonly field?: string;
  readonly values?: readonly string[];
}

/** Whose instance it has to be for the actor: anybody's, of his own Member, of another Member. */
export type Ownership = 'any' | 'own' | 'other';

/** One line of the procedure: a command, where it is open, and to whom. */
export interface OpenCommand {
  readonly command: string;
  /** Stage names; `none` before the first event, `*` every stage that is not final. */
  readonly stages: readonly string[];
  readonly roles: readonly string[];
  readonly ownership: Ownership;
  readonly guards: readonly Guard[];
}

/** Where an event leads; an event without a line leaves the stage as it is. */
export interface Transition {
  readonly event: string;
  /** Stage names; `none` before the first event, `*` every stage that is not final. */
  readonly from: readonly string[];
  readonly to: string;
  /** For `DeadlinePassed`: which deadline. */
  readonly deadline?: string;
}

export interface ListedReason {
  readonly code: string;
  readonly title: Wording;
}

/** How long after the event that starts it, or which instant of that event's data. */
export type Term =
  | (({ readonly workingDays: number } | { readonly days: number } | { readonly months: number }) & {
      /** Path of a date, an instant or a deadline in the starting event's data to count from, back when negative; else the day of the event. */
      readonly from?: string;
    })
  /** Path in the starting event's data that holds an instant or a deadline, `dueAt` or `closesForNew.instant`. */
  | { readonly field: string };

export interface DeadlineRule {
  readonly name: string;
  readonly startsOn: readonly string[];
  readonly stopsOn: readonly string[];
  readonly after: Term;
  /** Wall time in Brussels on the last day, `18:00`; 23:59 unless told. */
  readonly at?: string;
  /** Whose deadline it is: a day without work moves it back for the Secretariat (unless told) and on for a Member. */
  readonly bound?: 'secretariat' | 'member';
  /** Command given when it passes: `RecordDeadlinePassed`, or one of the category. */
  readonly fires: string;
}

/** One version of a procedure: data, published by an event, kept for ever. */
export interface Definition {
  /** The category it governs. */
  readonly name: string;
  readonly version: number;
  readonly title: Wording;
  readonly stages: readonly Stage[];
  readonly commands: readonly OpenCommand[];
  readonly transitions: readonly Transition[];
  readonly reasons: Readonly<Record<string, readonly ListedReason[]>>;
  readonly deadlines: readonly DeadlineRule[];
  /** [first, then]: who gave the first last does not give the other; the pairs of the category are always among them. */
  readonly fourEyes: readonly (readonly [string, string])[];
}

/** Stage of an instance that has no event yet. */
export const noStage = 'none';

/** Stands for every stage that is not final. */
export const anyStage = '*';

/** Events and commands that every governed stream has besides its own. */
export const procedureEvents = ['StageEntered', 'InstanceMigrated', 'DeadlinePassed'] as const;
export const procedureCommands = ['MoveToStage', 'MigrateInstance', 'RecordDeadlinePassed'] as const;

/** The stage of that name, or null. */
export const stageNamed = ({ stages }: Definition, name: string): Stage | null => stages.find((stage) => stage.name === name) ?? null;

/** Whether a list of stage names covers a stage. */
export const covers = (definition: Definition, names: readonly string[], stage: string): boolean =>
  names.includes(stage) || (names.includes(anyStage) && stage !== noStage && stageNamed(definition, stage)?.final !== true);
