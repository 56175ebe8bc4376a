import type { Actor, CodedReason, Deadline, Instant, MemberCode, ReasonMissing } from '../kernel/index.ts';
import type { CallSchedule } from './call.events.ts';

export type CallCommand =
  | { readonly type: 'ScheduleCall'; readonly data: CallSchedule & { readonly now: Instant } }
  | { readonly type: 'OpenCall'; readonly data: { readonly now: Instant; readonly addressees: readonly MemberCode[] } }
  /** A deadline that is null stays as it is. */
  | {
      readonly type: 'ExtendCall';
      readonly data: {
        readonly closesForNew: Deadline | null;
        readonly closesForEdits: Deadline | null;
        readonly reason: CodedReason;
        readonly actor: Actor;
        readonly now: Instant;
      };
    }
  | { readonly type: 'CloseCallForNew'; readonly data: { readonly now: Instant } }
  | { readonly type: 'CloseCallForEdits'; readonly data: { readonly now: Instant } }
  | { readonly type: 'CloseCall'; readonly data: { readonly now: Instant } };

export type CallRejection =
  | ReasonMissing
  | { readonly code: 'call.already_scheduled'; readonly call: string }
  | { readonly code: 'call.not_scheduled' }
  | { readonly code: 'call.no_guidance_request' }
  | { readonly code: 'call.deadline_in_past'; readonly deadline: string; readonly now: Instant }
  | { readonly code: 'call.edits_close_before_new'; readonly new: string; readonly edits: string }
  | { readonly code: 'call.no_addressee' }
  | { readonly code: 'call.wrong_stage'; readonly stage: string; readonly needed: string }
  | { readonly code: 'call.deadline_not_passed'; readonly deadline: Instant; readonly now: Instant }
  /** A deadline that has passed is not moved; a later one is asked for with a new call. */
  | { readonly code: 'call.deadline_passed'; readonly deadline: Instant; readonly now: Instant }
  | { readonly code: 'call.not_an_extension'; readonly deadline: Instant };
