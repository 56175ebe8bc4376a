import type { CalendarDate, ReasonMissing } from '../kernel/index.ts';
import type { SessionStatus } from './session.state.ts';

export type SessionRejection =
  | { readonly code: 'session.already_planned'; readonly session: string }
  | { readonly code: 'session.not_planned' }
  | { readonly code: 'session.not_convened' }
  | { readonly code: 'session.numbers_not_a_pair'; readonly numbers: readonly [number, number] }
  | { readonly code: 'session.dates_reversed'; readonly start: CalendarDate; readonly end: CalendarDate }
  | { readonly code: 'session.not_yet_due'; readonly start: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'session.wrong_status'; readonly status: SessionStatus; readonly needed: SessionStatus }
  | { readonly code: 'session.over'; readonly status: SessionStatus }
  | { readonly code: 'session.agenda_missing' }
  | { readonly code: 'session.items_open'; readonly items: readonly string[] }
  | { readonly code: 'session.agenda_not_closed'; readonly agenda: string }
  | { readonly code: 'session.report_missing' }
  | { readonly code: 'session.report_already_adopted'; readonly document: string }
  | { readonly code: 'session.items_unclassed'; readonly items: readonly string[] }
  | { readonly code: 'session.item_classed_twice'; readonly items: readonly string[] }
  | ReasonMissing;
