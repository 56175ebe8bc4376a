import type { AccreditationId, CodedReason, DocumentEdition, Instant, MemberCode, WorkingText } from '../kernel/index.ts';
import type { ClosurePolicy, ExpectedContribution, GuidanceReport, GuidanceRequest, GuidanceScope } from './guidance.values.ts';

/** A request is put to Members and answered. */
type AskedEvent =
  | { readonly type: 'GuidanceRequestIssued'; readonly data: GuidanceRequest }
  /** members: who is asked, by code, fixed on that day (BR-25). */
  | {
      readonly type: 'GuidanceRequestAddressed';
      readonly data: {
        readonly guidanceId: string;
        readonly scope: GuidanceScope;
        readonly members: readonly MemberCode[];
        readonly addressedAt: Instant;
      };
    }
  | {
      readonly type: 'GuidanceClosurePolicySet';
      readonly data: { readonly guidanceId: string; readonly policy: ClosurePolicy; readonly setBy: AccreditationId };
    }
  | {
      readonly type: 'GuidanceRequestOpened';
      readonly data: { readonly guidanceId: string; readonly callId: string; readonly openedAt: Instant };
    }
  | {
      readonly type: 'GuidanceResponseLinked';
      readonly data: {
        readonly guidanceId: string;
        readonly contributionId: string;
        readonly kind: ExpectedContribution;
        readonly reference: string;
        readonly member: MemberCode;
        readonly linkedAt: Instant;
      };
    }
  /** A Member says that it has nothing to report. */
  | {
      readonly type: 'GuidanceNilReturnRecorded';
      readonly data: {
        readonly guidanceId: string;
        readonly member: MemberCode;
        readonly recordedBy: AccreditationId;
        readonly recordedAt: Instant;
      };
    };

/** What was received is summarised, reported to a session, concluded there and closed or carried on (BR-24). */
type ConcludedEvent =
  | {
      readonly type: 'GuidanceConsolidationDrafted';
      readonly data: {
        readonly guidanceId: string;
        readonly edition: number;
        readonly text: WorkingText;
        /** The contributions that the text speaks about. */
        readonly contributionIds: readonly string[];
        readonly draftedBy: AccreditationId;
        readonly draftedAt: Instant;
      };
    }
  | { readonly type: 'GuidanceReported'; readonly data: GuidanceReport }
  | {
      readonly type: 'GuidanceConcluded';
      readonly data: {
        readonly guidanceId: string;
        readonly sessionId: string;
        readonly conclusion: 'close' | 'carry_over';
        readonly text: WorkingText;
        readonly concludedBy: AccreditationId;
        readonly concludedAt: Instant;
      };
    }
  | {
      readonly type: 'GuidancePartiallyClosed';
      readonly data: {
        readonly guidanceId: string;
        readonly scope: WorkingText;
        readonly contributionIds: readonly string[];
        readonly sessionId: string;
        readonly evidence: DocumentEdition;
        readonly reason: CodedReason;
        readonly closedBy: AccreditationId;
        readonly closedAt: Instant;
      };
    }
  /** The figures are those of that moment. */
  | {
      readonly type: 'GuidanceRequestClosed';
      readonly data: {
        readonly guidanceId: string;
        readonly sessionId: string;
        readonly evidence: DocumentEdition;
        readonly basis: ClosurePolicy['basis'];
        readonly addressees: number;
        readonly answered: number;
        readonly nilReturns: number;
        readonly reason: CodedReason;
        readonly closedBy: AccreditationId;
        readonly closedAt: Instant;
      };
    }
  | {
      readonly type: 'GuidanceClosureConfirmed';
      readonly data: {
        readonly guidanceId: string;
        readonly member: MemberCode;
        readonly confirmedBy: AccreditationId;
        readonly confirmedAt: Instant;
      };
    }
  /** openContributionIds: what was received and is not part of an earlier partial closure. */
  | {
      readonly type: 'GuidanceCarriedOver';
      readonly data: {
        readonly guidanceId: string;
        readonly fromSessionId: string;
        readonly toSessionId: string;
        readonly successorId: string;
        readonly openContributionIds: readonly string[];
        readonly reason: CodedReason;
        readonly carriedBy: AccreditationId;
        readonly carriedAt: Instant;
      };
    };

/** A request ends otherwise, comes back, or is asked about because nothing moves. */
type LeftEvent =
  | {
      readonly type: 'GuidanceLapsed';
      readonly data: {
        readonly guidanceId: string;
        readonly reason: CodedReason;
        readonly lapsedBy: AccreditationId;
        readonly lapsedAt: Instant;
      };
    }
  | {
      readonly type: 'GuidanceSuperseded';
      readonly data: {
        readonly guidanceId: string;
        readonly supersededBy: string;
        readonly reason: CodedReason;
        readonly recordedBy: AccreditationId;
        readonly supersededAt: Instant;
      };
    }
  | {
      readonly type: 'GuidanceReopened';
      readonly data: {
        readonly guidanceId: string;
        readonly reason: CodedReason;
        readonly reopenedBy: AccreditationId;
        readonly reopenedAt: Instant;
      };
    }
  | {
      readonly type: 'GuidanceStatusEnquiryOpened';
      readonly data: {
        readonly guidanceId: string;
        /** Nothing had moved for this long. */
        readonly months: number;
        readonly dormantSince: Instant;
        readonly openedAt: Instant;
      };
    }
  | {
      readonly type: 'GuidanceStatusEnquiryAnswered';
      readonly data: {
        readonly guidanceId: string;
        readonly member: MemberCode;
        readonly standing: 'resolved' | 'partially_resolved' | 'still_open';
        readonly text: WorkingText;
        readonly answeredBy: AccreditationId;
        readonly answeredAt: Instant;
      };
    };

export type GuidanceEvent = AskedEvent | ConcludedEvent | LeftEvent;
