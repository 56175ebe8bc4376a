import type { Actor, CalendarDate, CodedReason, Instant } from '../kernel/index.ts';
import type { CarryOver, ItemClass, SessionPlan } from './session.events.ts';

/** What the session has to know of its agenda, read from the agenda's own stream right before; null when it has none. */
export interface SessionAgenda {
  readonly agendaId: string;
  /** Items of the latest published version that have neither an outcome nor a later session. */
  readonly openItems: readonly string[];
  /** Nothing can be added or left open any more; once true it stays true. */
  readonly closed: boolean;
  readonly carryOver: readonly CarryOver[];
}

/** The report's document, confirmed; null when there is none. */
export interface ReportDocument {
  readonly documentId: string;
  readonly symbol: string;
  readonly contentHash: string;
}

export type SessionCommand =
  | { readonly type: 'PlanSession'; readonly data: SessionPlan }
  | { readonly type: 'ConveneSession'; readonly data: { readonly now: Instant } }
  /** today: the calendar date in the place of the session. */
  | { readonly type: 'OpenSession'; readonly data: { readonly now: Instant; readonly today: CalendarDate } }
  | { readonly type: 'SuspendSession'; readonly data: { readonly now: Instant; readonly reason: CodedReason } }
  | { readonly type: 'ResumeSession'; readonly data: { readonly now: Instant } }
  | {
      readonly type: 'BeginSessionClosing';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly agenda: SessionAgenda | null };
    }
  | {
      readonly type: 'CloseSession';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly agenda: SessionAgenda | null };
    }
  | { readonly type: 'AdoptSessionReport'; readonly data: { readonly now: Instant; readonly report: ReportDocument | null } }
  | { readonly type: 'CancelSession'; readonly data: { readonly now: Instant; readonly reason: CodedReason } }
  /** itemIds: every item of the session's agenda. */
  | {
      readonly type: 'ConvertSessionToDocuments';
      readonly data: {
        readonly now: Instant;
        readonly reason: CodedReason;
        readonly classes: readonly ItemClass[];
        readonly itemIds: readonly string[];
      };
    };
