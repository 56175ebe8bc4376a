import type { CalendarDate, Deadline, Instant, Rejection } from '../kernel/index.ts';
import { addDays, daysBetween } from './calendar-date.ts';
import { addWorkingDays, toWorkingDay, workingDaysBetween, type Bound, type WorkingCalendar } from './working-days.ts';

/** How long a deadline runs; negative counts back from the anchor (`C − 76 d` is `{ days: -76 }`). */
export type DeadlineTerm = { readonly days: number } | { readonly workingDays: number };

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

/** The calendar date of a deadline, where it was announced. */
export const dateOfDeadline = ({ wallTime }: Deadline): CalendarDate => wallTime.slice(0, 10) as CalendarDate;

const lastDay = ({ term, bound }: DeadlineRule, anchor: CalendarDate, calendar: WorkingCalendar): CalendarDate =>
  toWorkingDay(calendar, 'days' in term ? addDays(anchor, term.days) : addWorkingDays(calendar, anchor, term.workingDays), bound);

const onDay = <R extends Rejection>(
  { at = endOfDay, zone = secretariatZone }: DeadlineRule,
  day: CalendarDate,
  resolve: ResolveWallTime<R>,
): Resolution<R> => resolve(`${day}T${at}`, zone);

/** The deadline that a rule gives, counted from a date that itself does not count; or why its wall time means none. */
export const deadlineOf = <R extends Rejection>(
  rule: DeadlineRule,
  anchor: CalendarDate,
  { calendar, resolve }: DeadlineCounting<R>,
): Resolution<R> => onDay(rule, lastDay(rule, anchor, calendar), resolve);

/**
 * What is left of a running term when its clock stops: the days after that date.
 *
 * @param on  date on which the clock stops; it is used up
 */
export const remainingTerm = ({ term }: DeadlineRule, running: Deadline, on: CalendarDate, calendar: WorkingCalendar): DeadlineTerm => {
  const until = dateOfDeadline(running);
  return 'days' in term ? { days: Math.max(0, daysBetween(on, until)) } : { workingDays: workingDaysBetween(calendar, on, until) };
};

/**
 * The deadline after a pause: what was left, counted from the date on which the clock runs on. A clock that stops and runs on
 * on one day loses nothing; one that runs on too late in the day gets the next working day, so that nobody is late at once.
 */
export const deadlineAfterPause = <R extends Rejection>(
  rule: DeadlineRule,
  left: DeadlineTerm,
  resumed: { readonly on: CalendarDate; readonly at: Instant },
  { calendar, resolve }: DeadlineCounting<R>,
): Resolution<R> => {
  const same = deadlineOf({ ...rule, term: left }, resumed.on, { calendar, resolve });
  if ('rejection' in same || same.deadline.instant > resumed.at) return same;
  return onDay(rule, addWorkingDays(calendar, resumed.on, 1), resolve);
};
