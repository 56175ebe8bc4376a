import type { Actor, CodedReason, Instant } from '../kernel/index.ts';
import type { ContributionRelease, ReleaseFacts, ReleaseRejection, ThemeAssignment, ThemeRejection } from '../contribution/index.ts';

export type TopicCommand =
  | { readonly type: 'SubmitTopic'; readonly data: { readonly release: ContributionRelease; readonly facts: ReleaseFacts } }
  | { readonly type: 'AcknowledgeTopic'; readonly data: { readonly now: Instant } }
  | { readonly type: 'ClassifyTopic'; readonly data: ThemeAssignment & { readonly themes: ReleaseFacts['themes'] } }
  | {
      readonly type: 'RecommendTopic';
      readonly data: { readonly actor: Actor; readonly recommendation: 'accept' | 'decline'; readonly reason: CodedReason };
    }
  | { readonly type: 'AcceptTopic'; readonly data: { readonly actor: Actor; readonly now: Instant; readonly reason: CodedReason } }
  | { readonly type: 'DeclineTopic'; readonly data: { readonly actor: Actor; readonly now: Instant; readonly reason: CodedReason } };

export type TopicRejection =
  | ReleaseRejection
  | ThemeRejection
  | { readonly code: 'topic.not_found' }
  | { readonly code: 'topic.wrong_stage'; readonly stage: string; readonly needed: string }
  | { readonly code: 'reason.unknown_code'; readonly reasonCode: string }
  | { readonly code: 'reason.text_missing' }
  /** Four eyes: who recommended does not decide, and neither comes from the sponsoring Member. */
  | { readonly code: 'topic.recommender_cannot_decide' }
  | { readonly code: 'topic.sponsor_cannot_judge'; readonly member: string };
