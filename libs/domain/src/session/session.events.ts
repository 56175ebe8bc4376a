import type { Bilingual, CalendarDate, Instant, Language } from '../kernel/index.ts';

/** One meeting with two consecutive numbers, odd first (BR-01). */
export interface SessionPlan {
  readonly sessionId: string;
  readonly body: string;
  readonly bodyName: Bilingual;
  readonly numbers: readonly [number, number];
  readonly label: Bilingual;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly place: string;
  readonly languages: readonly Language[];
}

export type SessionEvent =
  | { readonly type: 'SessionPlanned'; readonly data: SessionPlan }
  | { readonly type: 'SessionConvened'; readonly data: { readonly sessionId: string; readonly noticeAt: Instant } }
  | { readonly type: 'SessionOpened'; readonly data: { readonly sessionId: string; readonly openedAt: Instant } };

export type SessionCommand =
  | { readonly type: 'PlanSession'; readonly data: SessionPlan }
  | { readonly type: 'ConveneSession'; readonly data: { readonly now: Instant } }
  /** today: the calendar date in the place of the session. */
  | { readonly type: 'OpenSession'; readonly data: { readonly now: Instant; readonly today: CalendarDate } };

export type SessionRejection =
  | { readonly code: 'session.already_planned'; readonly session: string }
  | { readonly code: 'session.not_planned' }
  | { readonly code: 'session.not_convened' }
  | { readonly code: 'session.numbers_not_a_pair'; readonly numbers: readonly [number, number] }
  | { readonly code: 'session.dates_reversed'; readonly start: CalendarDate; readonly end: CalendarDate }
  | { readonly code: 'session.not_yet_due'; readonly start: CalendarDate; readonly today: CalendarDate };
