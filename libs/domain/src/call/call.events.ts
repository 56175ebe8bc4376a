import type { AccreditationId, Bilingual, CodedReason, Deadline, Instant, MemberCode } from '../kernel/index.ts';

/** A window for input: one instant closes it for new contributions, a later one for edits (rows A1, A2). */
export interface CallSchedule {
  readonly callId: string;
  readonly title: Bilingual;
  readonly guidanceIds: readonly string[];
  readonly conferenceId: string;
  readonly themeSetId: string;
  readonly closesForNew: Deadline;
  readonly closesForEdits: Deadline;
  /** What happens to input between the two instants; kept as late unless told (BR-12). */
  readonly lateInput?: 'kept' | 'refused';
}

export type CallEvent =
  | { readonly type: 'CallScheduled'; readonly data: CallSchedule }
  /** addressees: the Members on that day (BR-25), in alphabetical order of their codes. */
  | {
      readonly type: 'CallOpened';
      readonly data: { readonly callId: string; readonly openedAt: Instant; readonly addressees: readonly MemberCode[] };
    }
  /** Both deadlines as they stood and as they stand, whichever moved. */
  | {
      readonly type: 'CallExtended';
      readonly data: {
        readonly callId: string;
        readonly from: CallDeadlines;
        readonly to: CallDeadlines;
        readonly reason: CodedReason;
        readonly extendedBy: AccreditationId;
        readonly extendedAt: Instant;
      };
    }
  /** The passing of the deadline for new contributions. */
  | {
      readonly type: 'CallClosedForNew';
      readonly data: { readonly callId: string; readonly deadline: Instant; readonly closedAt: Instant };
    }
  | {
      readonly type: 'CallClosedForEdits';
      readonly data: { readonly callId: string; readonly deadline: Instant; readonly closedAt: Instant };
    }
  | { readonly type: 'CallClosed'; readonly data: { readonly callId: string; readonly closedAt: Instant } };

export interface CallDeadlines {
  readonly closesForNew: Deadline;
  readonly closesForEdits: Deadline;
}

/** What a submission must know of the call it answers; computed from the call's own stream. */
export interface CallWindow {
  readonly callId: string;
  /** False before it opens and after it was closed for edits. */
  readonly open: boolean;
  readonly guidanceIds: readonly string[];
  readonly closesForNew: Instant;
  readonly closesForEdits: Instant;
  readonly lateInput: 'kept' | 'refused';
}
