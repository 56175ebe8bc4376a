import type { Actor, CodedReason, Instant } from '../kernel/index.ts';
import type { ContributionRelease, ReleaseFacts, ReleaseRejection, ThemeAssignment, ThemeRejection } from '../contribution/index.ts';

export type PracticeCommand =
  | { readonly type: 'SubmitPractice'; readonly data: { readonly release: ContributionRelease; readonly facts: ReleaseFacts } }
  | { readonly type: 'AcknowledgePractice'; readonly data: { readonly now: Instant } }
  | {
      readonly type: 'ClassifyPractice';
      readonly data: ThemeAssignment & { readonly actor: Actor; readonly themes: ReleaseFacts['themes'] };
    }
  | { readonly type: 'AcceptPractice'; readonly data: { readonly actor: Actor; readonly now: Instant; readonly reason: CodedReason } }
  | { readonly type: 'DeclinePractice'; readonly data: { readonly actor: Actor; readonly now: Instant; readonly reason: CodedReason } };

export type PracticeRejection =
  | ReleaseRejection
  | ThemeRejection
  | { readonly code: 'practice.not_found' }
  | { readonly code: 'practice.wrong_stage'; readonly stage: string; readonly needed: string }
  | { readonly code: 'reason.unknown_code'; readonly reasonCode: string }
  | { readonly code: 'reason.text_missing' }
  /** Four eyes: who classified does not decide, and neither comes from the sponsoring Member. */
  | { readonly code: 'practice.classifier_cannot_decide' }
  | { readonly code: 'practice.sponsor_cannot_judge'; readonly member: string };
