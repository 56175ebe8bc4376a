import type { Bilingual, Deadline, Instant, MemberCode } from '../kernel/index.ts';

/** A window for input: one instant closes it for new contributions, a later one for edits (rows A1, A2). */
export interface CallSchedule {
  readonly callId: string;
  readonly title: Bilingual;
  readonly guidanceIds: readonly string[];
  readonly conferenceId: string;
  readonly themeSetId: string;
  readonly closesForNew: Deadline;
  readonly closesForEdits: Deadline;
}

export type CallEvent =
  | { readonly type: 'CallScheduled'; readonly data: CallSchedule }
  /** addressees: the Members on that day (BR-25), in alphabetical order of their codes. */
  | {
      readonly type: 'CallOpened';
      readonly data: { readonly callId: string; readonly openedAt: Instant; readonly addressees: readonly MemberCode[] };
    };

export type CallCommand =
  | { readonly type: 'ScheduleCall'; readonly data: CallSchedule & { readonly now: Instant } }
  | { readonly type: 'OpenCall'; readonly data: { readonly now: Instant; readonly addressees: readonly MemberCode[] } };

export type CallRejection =
  | { readonly code: 'call.already_scheduled'; readonly call: string }
  | { readonly code: 'call.not_scheduled' }
  | { readonly code: 'call.no_guidance_request' }
  | { readonly code: 'call.deadline_in_past'; readonly deadline: string; readonly now: Instant }
  | { readonly code: 'call.edits_close_before_new'; readonly new: string; readonly edits: string }
  | { readonly code: 'call.no_addressee' };

/** What a submission must know of the call it answers; computed from the call's own stream. */
export interface CallWindow {
  readonly callId: string;
  readonly open: boolean;
  readonly guidanceIds: readonly string[];
  readonly closesForNew: Instant;
}
