import type { AccreditationId, Bilingual, CalendarDate, CodedReason, Deadline, Instant, Language } from '../kernel/index.ts';

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

/**
 * How items are dealt with when a session meets by document: A for endorsement without discussion, B for comments, C for later.
 * Each class has its own last moment for comments; null when none are asked.
 */
export interface ItemClass {
  readonly itemClass: 'A' | 'B' | 'C';
  readonly itemIds: readonly string[];
  readonly commentsUntil: Deadline | null;
}

/** An item that a named later session takes over. */
export interface CarryOver {
  readonly agendaId: string;
  readonly itemId: string;
  readonly carriedTo: string;
}

interface OfSession {
  readonly sessionId: string;
}

export type SessionEvent =
  | { readonly type: 'SessionPlanned'; readonly data: SessionPlan }
  | { readonly type: 'SessionConvened'; readonly data: OfSession & { readonly noticeAt: Instant } }
  | { readonly type: 'SessionOpened'; readonly data: OfSession & { readonly openedAt: Instant } }
  | { readonly type: 'SessionSuspended'; readonly data: OfSession & { readonly reason: CodedReason; readonly suspendedAt: Instant } }
  | { readonly type: 'SessionResumed'; readonly data: OfSession & { readonly resumedAt: Instant } }
  /** First step of closing: every item has an outcome or goes to a later session; the agenda is closed next. */
  | {
      readonly type: 'SessionClosingBegun';
      readonly data: OfSession & { readonly agendaId: string; readonly begunBy: AccreditationId; readonly begunAt: Instant };
    }
  /** Second step: the agenda is closed, and with it what is carried over. */
  | {
      readonly type: 'SessionClosed';
      readonly data: OfSession & {
        readonly carryOver: readonly CarryOver[];
        readonly closedBy: AccreditationId;
        readonly closedAt: Instant;
      };
    }
  | {
      readonly type: 'SessionReportAdopted';
      readonly data: OfSession & {
        readonly documentId: string;
        readonly symbol: string;
        readonly contentHash: string;
        readonly adoptedAt: Instant;
      };
    }
  | { readonly type: 'SessionCancelled'; readonly data: OfSession & { readonly reason: CodedReason; readonly cancelledAt: Instant } }
  | {
      readonly type: 'SessionConvertedToDocuments';
      readonly data: OfSession & { readonly reason: CodedReason; readonly classes: readonly ItemClass[]; readonly convertedAt: Instant };
    };
