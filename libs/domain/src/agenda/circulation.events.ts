import type { AccreditationId, CodedReason, Deadline, Instant, Language, MemberCode, WorkingText } from '../kernel/index.ts';

interface OfCirculation {
  readonly agendaId: string;
  readonly circulationId: string;
}

interface OfComment {
  readonly agendaId: string;
  readonly commentId: string;
}

export type CommentKind = 'support' | 'amend' | 'object' | 'offer_speaker';
export type CommentDisposition = 'accepted' | 'partly' | 'not_accepted' | 'noted';

export interface CommentTarget {
  readonly kind: 'item' | 'slot';
  readonly id: string;
}

export type AgendaCirculationEvent =
  /** BR-18: both languages in the same minute, to the list as it stood that day. */
  | {
      readonly type: 'AgendaCirculated';
      readonly data: OfCirculation & {
        readonly version: number;
        readonly contentHash: string;
        readonly final: boolean;
        readonly languages: readonly Language[];
        readonly addressees: readonly MemberCode[];
        /** Participants of the meeting, told besides the Members once the agenda is final. */
        readonly registered: readonly AccreditationId[];
        readonly circulatedAt: Instant;
        /** Null for a final agenda: nothing is asked any more. */
        readonly commentsUntil: Deadline | null;
      };
    }
  /** Members that acceded after the list was frozen. */
  | {
      readonly type: 'AgendaCirculationSupplemented';
      readonly data: OfCirculation & { readonly addressees: readonly MemberCode[]; readonly circulatedAt: Instant };
    }
  | {
      readonly type: 'AgendaCommentPeriodExtended';
      readonly data: OfCirculation & {
        readonly commentsUntil: Deadline;
        readonly reason: CodedReason;
        readonly extendedBy: AccreditationId;
      };
    }
  /** observer: shown apart and never counted (BR-20). */
  | {
      readonly type: 'AgendaCommented';
      readonly data: OfCirculation & {
        readonly commentId: string;
        readonly version: number;
        readonly target: CommentTarget;
        readonly kind: CommentKind;
        readonly text: WorkingText;
        readonly member: MemberCode | null;
        readonly observer: boolean;
        readonly by: AccreditationId;
        readonly commentedAt: Instant;
      };
    }
  | {
      readonly type: 'AgendaCommentWithdrawn';
      readonly data: OfComment & { readonly withdrawnBy: AccreditationId; readonly withdrawnAt: Instant };
    }
  | {
      readonly type: 'AgendaCommentCosigned';
      readonly data: OfComment & { readonly member: MemberCode; readonly by: AccreditationId; readonly cosignedAt: Instant };
    }
  | {
      readonly type: 'AgendaCommentDisposed';
      readonly data: OfComment & {
        readonly disposition: CommentDisposition;
        readonly reason: WorkingText;
        readonly disposedBy: AccreditationId;
        readonly disposedAt: Instant;
      };
    };
