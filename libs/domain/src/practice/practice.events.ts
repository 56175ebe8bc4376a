import type { AccreditationId, CodedReason, Instant } from '../kernel/index.ts';
import type { ContributionRelease, ThemeAssignment } from '../contribution/index.ts';

export type PracticeEvent =
  | { readonly type: 'PracticeSubmitted'; readonly data: ContributionRelease }
  | { readonly type: 'PracticeAcknowledged'; readonly data: { readonly practiceId: string; readonly acknowledgedAt: Instant } }
  | {
      readonly type: 'PracticeClassified';
      readonly data: { readonly practiceId: string; readonly classifiedBy: AccreditationId } & ThemeAssignment;
    }
  | {
      readonly type: 'PracticeAccepted';
      readonly data: {
        readonly practiceId: string;
        readonly reason: CodedReason;
        readonly decidedBy: AccreditationId;
        readonly decidedAt: Instant;
      };
    }
  | {
      readonly type: 'PracticeDeclined';
      readonly data: {
        readonly practiceId: string;
        readonly reason: CodedReason;
        readonly decidedBy: AccreditationId;
        readonly decidedAt: Instant;
      };
    };
