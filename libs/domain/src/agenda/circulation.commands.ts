import type { AccreditationId, Actor, CodedReason, Deadline, Instant, MemberCode, WorkingText } from '../kernel/index.ts';
import type { AgendaContent } from './agenda.content.ts';
import type { CommentDisposition, CommentKind, CommentTarget } from './circulation.events.ts';

export type CirculationCommand =
  /** addressees: the Members of the day (BR-25); content: the latest published copy as recorded, null before there is one. */
  | {
      readonly type: 'CirculateAgenda';
      readonly data: {
        readonly now: Instant;
        readonly circulationId: string;
        readonly addressees: readonly MemberCode[];
        readonly registered: readonly AccreditationId[];
        readonly content: AgendaContent | null;
        readonly unresolvedDuplicates: readonly string[];
        readonly commentsUntil: Deadline | null;
        /** The earliest end of the comment period that the procedure allows. */
        readonly earliestEnd: Instant;
      };
    }
  | {
      readonly type: 'SupplementAgendaCirculation';
      readonly data: { readonly now: Instant; readonly circulationId: string; readonly addressees: readonly MemberCode[] };
    }
  | {
      readonly type: 'ExtendAgendaCommentPeriod';
      readonly data: {
        readonly actor: Actor;
        readonly now: Instant;
        readonly circulationId: string;
        readonly commentsUntil: Deadline;
        readonly reason: CodedReason;
      };
    }
  | {
      readonly type: 'CommentOnAgenda';
      readonly data: {
        readonly actor: Actor;
        readonly now: Instant;
        readonly commentId: string;
        readonly target: CommentTarget;
        readonly kind: CommentKind;
        readonly text: WorkingText;
        readonly observer: boolean;
      };
    }
  | {
      readonly type: 'WithdrawAgendaComment';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly commentId: string };
    }
  | {
      readonly type: 'CosignAgendaComment';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly commentId: string };
    }
  | {
      readonly type: 'DisposeAgendaComment';
      readonly data: {
        readonly actor: Actor;
        readonly now: Instant;
        readonly commentId: string;
        readonly disposition: CommentDisposition;
        readonly reason: WorkingText;
      };
    };
