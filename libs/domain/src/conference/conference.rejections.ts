import type { AccreditationId, CalendarDate, ReasonMissing } from '../kernel/index.ts';
import type { ConferenceStatus } from './conference.state.ts';

export type ConferenceRejection =
  | { readonly code: 'conference.already_announced'; readonly conference: string }
  | { readonly code: 'conference.not_announced' }
  | { readonly code: 'conference.dates_reversed'; readonly start: CalendarDate; readonly end: CalendarDate }
  | { readonly code: 'conference.outside_announced_month'; readonly month: string; readonly start: CalendarDate }
  | { readonly code: 'conference.dates_already_fixed'; readonly start: CalendarDate }
  /** The date rule: it is held after that meeting. */
  | { readonly code: 'conference.not_after'; readonly end: CalendarDate; readonly start: CalendarDate }
  | { readonly code: 'conference.title_missing_language'; readonly missing: readonly ('en' | 'fr')[] }
  | { readonly code: 'conference.dates_not_fixed' }
  | { readonly code: 'conference.wrong_status'; readonly status: ConferenceStatus; readonly needed: ConferenceStatus }
  | { readonly code: 'conference.over'; readonly status: ConferenceStatus }
  | { readonly code: 'conference.agenda_not_its_own'; readonly agenda: string }
  | { readonly code: 'conference.programme_not_published' }
  | { readonly code: 'conference.not_yet_due'; readonly start: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'conference.agenda_not_closed' }
  | { readonly code: 'conference.report_missing' }
  | { readonly code: 'conference.report_already_filed'; readonly document: string }
  | { readonly code: 'conference.month_not_later'; readonly month: string; readonly announced: string }
  | { readonly code: 'conference.not_accredited'; readonly person: AccreditationId }
  | ReasonMissing;
