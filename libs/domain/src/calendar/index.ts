export type * from './calendar.events.ts';
export { calendarDecider, type CalendarState } from './calendar.decide.ts';
