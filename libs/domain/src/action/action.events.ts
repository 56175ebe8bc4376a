import type { AccreditationId, Bilingual, CodedReason, DocumentEdition, Instant, WorkingText } from '../kernel/index.ts';

/** A follow-up with an owner body and the session at which it is due (BR-23). */
export interface OpenedAction {
  readonly actionId: string;
  readonly title: Bilingual;
  /** The body, structure or Member that owes it: `Secretariat`, `ROCB-ESA`, `KE`. */
  readonly owner: string;
  readonly dueSessionId: string;
  /** What it follows from, by the names of the streams (`decision-DEC-1`, `guidance-PC0410.GR-1`). */
  readonly about: readonly string[];
  readonly openedBy: AccreditationId;
  readonly openedAt: Instant;
}

export type ActionEvent =
  | { readonly type: 'ActionOpened'; readonly data: OpenedAction }
  | {
      readonly type: 'ActionStarted';
      readonly data: { readonly actionId: string; readonly startedBy: AccreditationId; readonly startedAt: Instant };
    }
  | {
      readonly type: 'ActionEvidenceFiled';
      readonly data: {
        readonly actionId: string;
        readonly evidence: DocumentEdition;
        readonly note: WorkingText;
        readonly filedBy: AccreditationId;
        readonly filedAt: Instant;
      };
    }
  | {
      readonly type: 'ActionCompleted';
      readonly data: { readonly actionId: string; readonly completedBy: AccreditationId; readonly completedAt: Instant };
    }
  | {
      readonly type: 'ActionCarriedForward';
      readonly data: {
        readonly actionId: string;
        readonly fromSessionId: string;
        readonly toSessionId: string;
        readonly reason: CodedReason;
        readonly carriedBy: AccreditationId;
        readonly carriedAt: Instant;
      };
    }
  | {
      readonly type: 'ActionDropped';
      readonly data: {
        readonly actionId: string;
        readonly reason: CodedReason;
        readonly droppedBy: AccreditationId;
        readonly droppedAt: Instant;
      };
    };
