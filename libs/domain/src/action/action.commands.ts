import type { Actor, Bilingual, CalendarDate, CodedReason, DocumentEdition, Instant, ReasonMissing, WorkingText } from '../kernel/index.ts';

interface Act {
  readonly actor: Actor;
  readonly now: Instant;
}

/** A session as its own stream shows it; null when there is none. */
export interface ActionSession {
  readonly sessionId: string;
  readonly start: CalendarDate;
}

export type ActionCommand =
  | {
      readonly type: 'OpenAction';
      readonly data: Act & {
        readonly actionId: string;
        readonly title: Bilingual;
        readonly owner: string;
        readonly dueSessionId: string;
        readonly due: ActionSession | null;
        readonly about: readonly string[];
      };
    }
  | { readonly type: 'StartAction'; readonly data: Act }
  /** evidence: the confirmed edition, or null when there is none. */
  | {
      readonly type: 'FileActionEvidence';
      readonly data: Act & { readonly evidence: DocumentEdition | null; readonly note: WorkingText };
    }
  | { readonly type: 'CompleteAction'; readonly data: Act }
  | {
      readonly type: 'CarryActionForward';
      readonly data: Act & {
        readonly from: ActionSession | null;
        readonly toSessionId: string;
        readonly to: ActionSession | null;
        readonly reason: CodedReason;
      };
    }
  | { readonly type: 'DropAction'; readonly data: Act & { readonly reason: CodedReason } };

export type ActionRejection =
  | ReasonMissing
  | { readonly code: 'text.no_language' }
  | { readonly code: 'action.already_open'; readonly action: string }
  | { readonly code: 'action.not_found' }
  | { readonly code: 'action.missing_language'; readonly missing: readonly ('en' | 'fr')[] }
  | { readonly code: 'action.owner_missing' }
  | { readonly code: 'action.session_unknown'; readonly session: string }
  | { readonly code: 'action.session_not_later'; readonly session: string }
  | { readonly code: 'action.wrong_stage'; readonly stage: string; readonly needed: string }
  | { readonly code: 'action.evidence_missing' };
