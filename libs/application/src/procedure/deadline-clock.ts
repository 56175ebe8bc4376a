import {
  deadlineOf,
  termFrom,
  type CalendarDate,
  type ClockPause,
  type Deadline,
  type DeadlineRule,
  type Instant,
  type ResolveWallTime,
  type RunningTerm,
  type WorkingCalendar,
} from '../../../domain/src/index.ts';
import {
  deadlinesStartedBy,
  isPaused,
  notStarted,
  standingAfter,
  type Definition,
  type DeadlineRule as ProcedureDeadline,
} from '../../../workflow/src/index.ts';

/** What has to be known besides events; none of it changes what an earlier event meant. */
export interface DeadlineKnowledge {
  /** A version of a category's procedure by its hash. */
  readonly definitionOf: (category: string, policy: string) => Definition | null;
  /** When the Secretariat works, as it was known at an instant. */
  readonly calendarAt: (instant: Instant) => WorkingCalendar;
  readonly resolve: ResolveWallTime;
  /** The calendar date in Brussels. */
  readonly dateAt: (instant: Instant) => CalendarDate;
}

/** An event of a governed instance. */
export interface DeadlineEvent {
  readonly type: string;
  readonly data: object;
  readonly stream: string;
  readonly occurredAt: Instant;
  /** Hash of the definition that its instance ran on. */
  readonly policy: string;
}

interface TimerOrder {
  readonly name: string;
  readonly input: object;
}

/** A timer of an instance: the command that is given when its instant comes, a millisecond after the deadline. */
export type TimerChange =
  | { readonly kind: 'setTimer'; readonly timer: string; readonly due: Instant; readonly order: TimerOrder }
  | { readonly kind: 'cancelTimer'; readonly timer: string };

interface Step {
  readonly state: DeadlineState;
  readonly outputs: readonly TimerChange[];
}

/** What a deadline is counted from, and how long its clock stood still. */
interface Counted {
  readonly anchor: CalendarDate;
  readonly pauses: readonly ClockPause[];
  readonly resumedAt: Instant | null;
  /** It began while the clock stood still: it is for whom is waited for, and runs. */
  readonly runsInPause: boolean;
}

type Running = { readonly fixed: Instant } | Counted;

/** Deadlines of one instance, as its events leave them. */
export interface DeadlineState {
  readonly policy: string | null;
  readonly stage: string;
  readonly pausedOn: CalendarDate | null;
  readonly running: Readonly<Record<string, Running>>;
}

/** A deadline's own instant is in time; it has passed a millisecond later. */
const justAfter = (due: Instant): Instant => new Date(Date.parse(due) + 1).toISOString() as Instant;

const atPath = (data: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
      data,
    );

/** The instant or date that stands at a path: a text, or a deadline with an instant. */
const momentAt = (data: object, path: string): string | null => {
  const value = atPath(data, path);
  const moment: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'instant') : value;
  return typeof moment === 'string' && moment !== '' ? moment : null;
};

const isDate = (moment: string): moment is CalendarDate => moment.length === 10;

const toRule = ({ after, at, bound = 'secretariat' }: ProcedureDeadline): DeadlineRule | null =>
  'field' in after ? null : { term: after, bound, ...(at === undefined ? {} : { at }) };

const withoutKeys = <T>(entries: Readonly<Record<string, T>>, gone: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.includes(key)));

const inputOf = (category: string, id: string, deadline: string, dueAt: Instant): object => ({ object: category, id, deadline, dueAt });

/** The command that a deadline fires: the general one, or one of the category, which takes the id of its object. */
const orderOf = (category: string, id: string, { name, fires }: ProcedureDeadline, dueAt: Instant): TimerOrder => ({
  name: `${fires.charAt(0).toLowerCase()}${fires.slice(1)}`,
  input: fires === 'RecordDeadlinePassed' ? inputOf(category, id, name, dueAt) : { [`${category}Id`]: id },
});

/** Whether a version can go on counting what another version began. */
const isStillKnown = ({ deadlines }: Definition, deadline: string, term: Running | undefined): boolean =>
  deadlines.some(({ name, after }) => name === deadline && term !== undefined && 'fixed' in term === 'field' in after);

/** One event of one instance on its way through. */
interface Passage {
  readonly event: DeadlineEvent;
  readonly category: string;
  readonly id: string;
  readonly definition: Definition;
  readonly today: CalendarDate;
}

/** Before the first event of an instance. */
export const noDeadlines: DeadlineState = { policy: null, stage: notStarted.stage, pausedOn: null, running: {} };

/**
 * The deadlines of governed instances by the version of their procedure: started and stopped by events, paused while the stage's
 * clock is. Pure.
 */
export class DeadlineClock {
  readonly #knowledge: DeadlineKnowledge;

  constructor(knowledge: DeadlineKnowledge) {
    this.#knowledge = knowledge;
  }

  /** What one more event does to the deadlines of its instance. @throws Error when no version of the procedure is known */
  pass(before: DeadlineState, event: DeadlineEvent): Step {
    const [category, id] = [event.stream.slice(0, event.stream.indexOf('-')), event.stream.slice(event.stream.indexOf('-') + 1)];
    const policy = before.policy ?? event.policy;
    const definition = this.#knowledge.definitionOf(category, policy);
    if (definition === null) throw new Error(`there is no procedure for ${category}`);
    const passage = { event, category, id, definition, today: this.#knowledge.dateAt(event.occurredAt) };
    return event.type === 'InstanceMigrated'
      ? this.#migrate({ ...before, policy }, passage, String(Reflect.get(event.data, 'toPolicy')))
      : this.#goOn({ ...before, policy }, passage);
  }

  /** The clock stops, deadlines stop and start, the clock runs on: in this order. */
  #goOn(before: DeadlineState, passage: Passage): Step {
    const { event, definition } = passage;
    const running = Object.keys(before.running);
    const fact = { type: event.type, data: event.data, actor: '' };
    const next = standingAfter(definition, { stage: before.stage, given: [], running }, fact);
    const started = deadlinesStartedBy(definition, event);
    const stopped = running.filter((name) => !next.running.includes(name) || started.some((rule) => rule.name === name));
    const kept = { ...before, stage: next.stage, running: withoutKeys(before.running, stopped) };
    const turned = this.#turnClock(kept, passage);
    const begun = started.flatMap((rule) => this.#begin(turned.state, rule, passage));
    const state = { ...turned.state, running: { ...turned.state.running, ...Object.fromEntries(begun) } };
    const cancelled = stopped.map((timer): TimerChange => ({ kind: 'cancelTimer', timer }));
    const set = begun.flatMap(([name]) => this.#timer(state, name, passage));
    return { state, outputs: [...cancelled, ...turned.outputs, ...set] };
  }

  #begin(state: DeadlineState, { name, after }: ProcedureDeadline, { event, today }: Passage): readonly (readonly [string, Running])[] {
    if ('field' in after) {
      const fixed = momentAt(event.data, after.field);
      return fixed === null ? [] : [[name, { fixed: fixed as Instant }]];
    }
    const moment = after.from === undefined ? today : momentAt(event.data, after.from);
    if (moment === null) return [];
    const anchor = isDate(moment) ? moment : this.#knowledge.dateAt(moment as Instant);
    return [[name, { ...termFrom(anchor), runsInPause: state.pausedOn !== null }]];
  }

  /** Stops the clock of every counted deadline when the stage's clock is paused, and lets them run on when it is not. */
  #turnClock(state: DeadlineState, passage: Passage): Step {
    const { definition, today, event } = passage;
    const { pausedOn } = state;
    const isStill = isPaused(definition, state.stage);
    if (isStill === (pausedOn !== null)) return { state, outputs: [] };
    const names = Object.keys(state.running).filter((name) => this.#pauses(state.running[name]));
    if (pausedOn === null) return { state: { ...state, pausedOn: today }, outputs: names.map((timer) => ({ kind: 'cancelTimer', timer })) };
    const running = Object.fromEntries(
      Object.entries(state.running).map(([name, term]): [string, Running] =>
        'fixed' in term || term.runsInPause
          ? [name, term]
          : [name, { ...term, pauses: [...term.pauses, { from: pausedOn, to: today }], resumedAt: event.occurredAt }],
      ),
    );
    const resumed = { ...state, pausedOn: null, running };
    return { state: resumed, outputs: names.flatMap((name) => this.#timer(resumed, name, passage)) };
  }

  #pauses(term: Running | undefined): boolean {
    return term !== undefined && !('fixed' in term) && !term.runsInPause;
  }

  /** Under another version deadlines are counted anew from where they began; those it does not know are over. */
  #migrate(before: DeadlineState, passage: Passage, policy: string): Step {
    const { category, event } = passage;
    const definition = this.#knowledge.definitionOf(category, policy);
    if (definition === null) throw new Error(`there is no procedure ${policy} for ${category}`);
    const over = Object.keys(before.running).filter((name) => !isStillKnown(definition, name, before.running[name]));
    const stage = String(Reflect.get(event.data, 'stage'));
    const kept = { ...before, policy, stage, running: withoutKeys(before.running, over) };
    const under = { ...passage, definition };
    const turned = this.#turnClock(kept, under);
    const still = Object.keys(kept.running).filter((name) => turned.state.pausedOn === null || !this.#pauses(kept.running[name]));
    const cancelled = [
      ...over.map((timer): TimerChange => ({ kind: 'cancelTimer', timer })),
      ...turned.outputs.filter(({ kind }) => kind === 'cancelTimer'),
    ];
    return { state: turned.state, outputs: [...cancelled, ...still.flatMap((name) => this.#timer(turned.state, name, under))] };
  }

  #timer(state: DeadlineState, timer: string, { category, id, definition, event }: Passage): readonly TimerChange[] {
    const rule = definition.deadlines.find(({ name }) => name === timer);
    const term = state.running[timer];
    if (rule === undefined || term === undefined) return [];
    const due = 'fixed' in term ? term.fixed : this.#dueAt(rule, term, event.occurredAt).instant;
    return [{ kind: 'setTimer', timer, due: justAfter(due), order: orderOf(category, id, rule, due) }];
  }

  #dueAt(procedureRule: ProcedureDeadline, term: RunningTerm, now: Instant): Deadline {
    const rule = toRule(procedureRule);
    if (rule === null) throw new Error(`the deadline ${procedureRule.name} is now told by the event that starts it`);
    const resolution = deadlineOf(rule, term, { calendar: this.#knowledge.calendarAt(now), resolve: this.#knowledge.resolve });
    if ('rejection' in resolution) throw new Error(`the deadline ${procedureRule.name} has no hour: ${resolution.rejection.code}`);
    return resolution.deadline;
  }
}
