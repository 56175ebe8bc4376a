export { addDays, daysBetween, weekdayOf } from './calendar-date.ts';
export {
  dateOfDeadline,
  deadlineAfterPause,
  deadlineOf,
  remainingTerm,
  secretariatZone,
  type DeadlineCounting,
  type DeadlineRule,
  type Resolution,
  type ResolveWallTime,
  type DeadlineTerm,
} from './deadline-rule.ts';
export { belgianHolidays, easterSunday, goodFriday, holidaysIn, type HolidayName, type HolidayRule } from './holidays.ts';
export {
  addWorkingDays,
  closedOn,
  isWorkingDay,
  secretariatCalendar,
  toWorkingDay,
  workingDaysBetween,
  type Bound,
  type WorkingCalendar,
} from './working-days.ts';
