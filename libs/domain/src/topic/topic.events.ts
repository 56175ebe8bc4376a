import type { AccreditationId, CodedReason, Instant } from '../kernel/index.ts';
import type { ContributionRelease, ThemeAssignment } from '../contribution/index.ts';

export type TopicEvent =
  | { readonly type: 'TopicSubmitted'; readonly data: ContributionRelease }
  | { readonly type: 'TopicAcknowledged'; readonly data: { readonly topicId: string; readonly acknowledgedAt: Instant } }
  | { readonly type: 'TopicClassified'; readonly data: { readonly topicId: string } & ThemeAssignment }
  | {
      readonly type: 'TopicRecommended';
      readonly data: {
        readonly topicId: string;
        readonly recommendation: 'accept' | 'decline';
        readonly reason: CodedReason;
        readonly recommendedBy: AccreditationId;
      };
    }
  | {
      readonly type: 'TopicAccepted';
      readonly data: {
        readonly topicId: string;
        readonly reason: CodedReason;
        readonly decidedBy: AccreditationId;
        readonly decidedAt: Instant;
      };
    }
  | {
      readonly type: 'TopicDeclined';
      readonly data: {
        readonly topicId: string;
        readonly reason: CodedReason;
        readonly decidedBy: AccreditationId;
        readonly decidedAt: Instant;
      };
    };
