import type { CalendarDate, Deadline, Instant, Rejection } from '../kernel/index.ts';
import { addDays, addMonths, daysBetween } from './calendar-date.ts';
import { addWorkingDays, toWorkingDay, workingDaysBetween, type Bound, type WorkingCalendar } from './working-days.ts';

/** How long a deadline runs; negative counts back from the anchor (`C − 76 d` is `{ days: -76 }`). */
export type DeadlineTerm = { readonly days: number } | { readonly workingDays: number } | { readonly months: number };

/** How a deadline follows from the date it is counted from. */
export interface DeadlineRule {
  readonly term: DeadlineTerm;
  /** Wall time on the last day; 23:59 unless told. */
  readonly at?: string;
  /** IANA zone; the Secretariat's unless told. */
  readonly zone?: string;
  /** Whose deadline it is: decides where it moves from a day without work. */
  readonly bound: Bound;
}

/** The zone in which the Secretariat counts. */
export const secretariatZone = 'Europe/Brussels';

const endOfDay = '23:59';

export type Resolution<R extends Rejection = Rejection> = { readonly deadline: Deadline } | { readonly rejection: R };

/** What a wall time in a zone means; the pure part does not know zones. */
export type ResolveWallTime<R extends Rejection = Rejection> = (wallTime: string, zone: string) => Resolution<R>;

/** What is counted with: when the office works, and what wall times mean. */
export interface DeadlineCounting<R extends Rejection = Rejection> {
  readonly calendar: WorkingCalendar;
  readonly resolve: ResolveWallTime<R>;
}

/** Days on which a clock stood still: from the date on which it stopped to the one on which it ran on. */
export interface ClockPause {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A term that is counted from a date, which itself does not count. */
export interface RunningTerm {
  readonly anchor: CalendarDate;
  readonly pauses: readonly ClockPause[];
  /** When the clock last ran on after a pause; null when it never stopped. */
  readonly resumedAt: Instant | null;
}

/** A term whose clock has just begun to run. */
export const termFrom = (anchor: CalendarDate): RunningTerm => ({ anchor, pauses: [], resumedAt: null });

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** The date after the term, later by as many days, or working days, as the clock stood still. */
const endOf = (term: DeadlineTerm, { anchor, pauses }: RunningTerm, calendar: WorkingCalendar): CalendarDate => {
  if ('workingDays' in term) {
    const stood = sum(pauses.map(({ from, to }) => workingDaysBetween(calendar, from, to)));
    return addWorkingDays(calendar, anchor, term.workingDays + stood);
  }
  const stood = sum(pauses.map(({ from, to }) => daysBetween(from, to)));
  return addDays('days' in term ? addDays(anchor, term.days) : addMonths(anchor, term.months), stood);
};

const onDay = <R extends Rejection>(
  { at = endOfDay, zone = secretariatZone }: DeadlineRule,
  day: CalendarDate,
  resolve: ResolveWallTime<R>,
): Resolution<R> => resolve(`${day}T${at}`, zone);

/**
 * The deadline that a rule gives to a term; or why its wall time means none.
 *
 * A clock that stops and runs on on one day loses nothing. One that runs on too late in the day gets the next working day, so that
 * nobody is late at once.
 */
export const deadlineOf = <R extends Rejection>(
  rule: DeadlineRule,
  running: RunningTerm,
  { calendar, resolve }: DeadlineCounting<R>,
): Resolution<R> => {
  const day = toWorkingDay(calendar, endOf(rule.term, running, calendar), rule.bound);
  const resolved = onDay(rule, day, resolve);
  if ('rejection' in resolved || running.resumedAt === null || resolved.deadline.instant > running.resumedAt) return resolved;
  return onDay(rule, addWorkingDays(calendar, day, 1), resolve);
};
