import type { Actor, CalendarDate, CodedReason, DocumentEdition, Instant, MemberCode, WorkingText } from '../kernel/index.ts';
import type { ClosurePolicy, ContributionFate, GuidanceRequest, GuidanceScope, LinkableContribution } from './guidance.values.ts';

/** A session as its own stream shows it, read right before; null when there is none. */
export interface GuidanceSession {
  readonly sessionId: string;
  readonly start: CalendarDate;
  /** True once it was opened, and also after it was closed. */
  readonly opened: boolean;
}

interface Act {
  readonly actor: Actor;
  readonly now: Instant;
}

type AskedCommand =
  | {
      readonly type: 'IssueGuidanceRequest';
      /** quoted: the lead-in and text as they stand in the confirmed document, or null when there is no such bullet. */
      readonly data: GuidanceRequest & {
        readonly actor: Actor | null;
        readonly quoted: { readonly leadIn: string; readonly text: string } | null;
      };
    }
  /** members: those of the scope on that day, by code; read from their own streams. */
  | {
      readonly type: 'AddressGuidanceRequest';
      readonly data: { readonly scope: GuidanceScope; readonly members: readonly MemberCode[]; readonly now: Instant };
    }
  | { readonly type: 'SetGuidanceClosurePolicy'; readonly data: { readonly policy: ClosurePolicy; readonly actor: Actor } }
  /** addressees: the Members of the day, for a request that was put to nobody in particular. */
  | {
      readonly type: 'OpenGuidanceRequest';
      readonly data: { readonly callId: string; readonly now: Instant; readonly addressees: readonly MemberCode[] };
    }
  | {
      readonly type: 'LinkGuidanceResponse';
      readonly data: { readonly contribution: LinkableContribution | null; readonly now: Instant };
    }
  | { readonly type: 'RecordGuidanceNilReturn'; readonly data: Act & { readonly member: MemberCode } };

type ConcludedCommand =
  | {
      readonly type: 'DraftGuidanceConsolidation';
      readonly data: Act & { readonly text: WorkingText; readonly contributionIds: readonly string[] };
    }
  /** evidence: the confirmed edition, or null when there is none. */
  | {
      readonly type: 'ReportGuidanceRequest';
      readonly data: Act & {
        readonly sessionId: string;
        readonly session: GuidanceSession | null;
        readonly evidence: DocumentEdition | null;
      };
    }
  | {
      readonly type: 'ConcludeGuidanceRequest';
      readonly data: Act & {
        readonly sessionId: string;
        readonly session: GuidanceSession | null;
        readonly conclusion: 'close' | 'carry_over';
        readonly text: WorkingText;
      };
    }
  /** fates: of every contribution on record that answers the request, linked or not yet. */
  | {
      readonly type: 'PartiallyCloseGuidanceRequest';
      readonly data: Act & {
        readonly scope: WorkingText;
        readonly contributionIds: readonly string[];
        readonly fates: readonly ContributionFate[];
        readonly reason: CodedReason;
      };
    }
  | {
      readonly type: 'CloseGuidanceRequest';
      readonly data: Act & { readonly fates: readonly ContributionFate[]; readonly reason: CodedReason };
    }
  | { readonly type: 'ConfirmGuidanceClosure'; readonly data: Act & { readonly member: MemberCode } }
  | {
      readonly type: 'CarryOverGuidanceRequest';
      readonly data: Act & {
        readonly from: GuidanceSession | null;
        readonly toSessionId: string;
        readonly to: GuidanceSession | null;
        readonly successorId: string;
        readonly reason: CodedReason;
      };
    };

type LeftCommand =
  | { readonly type: 'LapseGuidanceRequest'; readonly data: Act & { readonly reason: CodedReason } }
  /** issued: whether the request that takes its place is on record. */
  | {
      readonly type: 'SupersedeGuidanceRequest';
      readonly data: Act & { readonly supersededBy: string; readonly issued: boolean; readonly reason: CodedReason };
    }
  | { readonly type: 'ReopenGuidanceRequest'; readonly data: Act & { readonly reason: CodedReason } }
  /** dormantBefore: `months` before now, on the calendar of the body. */
  | {
      readonly type: 'OpenGuidanceStatusEnquiry';
      readonly data: { readonly months: number; readonly dormantBefore: Instant; readonly now: Instant };
    }
  | {
      readonly type: 'AnswerGuidanceStatusEnquiry';
      readonly data: Act & {
        readonly member: MemberCode;
        readonly standing: 'resolved' | 'partially_resolved' | 'still_open';
        readonly text: WorkingText;
      };
    };

export type GuidanceCommand = AskedCommand | ConcludedCommand | LeftCommand;
