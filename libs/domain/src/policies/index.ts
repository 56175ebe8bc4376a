export { addDays, addMonths, daysBetween, weekdayOf } from './calendar-date.ts';
export {
  deadlineOf,
  secretariatZone,
  termFrom,
  type ClockPause,
  type DeadlineCounting,
  type DeadlineRule,
  type DeadlineTerm,
  type Resolution,
  type ResolveWallTime,
  type RunningTerm,
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
