import type { AccreditationId, CodedReason, Instant, Language } from '../kernel/index.ts';

/** One message to one recipient by one channel: what it follows from, and in which form it is told. No address, no text (DESIGN §8). */
export interface PlannedDelivery {
  readonly deliveryId: string;
  readonly channel: string;
  /** An accreditation; a pseudonym. */
  readonly recipient: AccreditationId;
  readonly language: Language;
  readonly rule: { readonly ruleId: string; readonly version: number };
  /** The event that it tells of, by stream and revision, and its place in the ledger. */
  readonly trigger: { readonly stream: string; readonly revision: number; readonly ledgerIndex: number };
  /** Waits until an officer lets it go. */
  readonly held: boolean;
  /** Messages that it gathers, when it is the digest of a day. */
  readonly digestOf?: readonly string[];
}

/** Which message, and which attempt to bring it. */
interface OfAttempt {
  readonly deliveryId: string;
  /** Counts from 1. */
  readonly attempt: number;
}

export type DeliveryEvent =
  | { readonly type: 'DeliveryPlanned'; readonly data: PlannedDelivery & { readonly plannedAt: Instant } }
  | {
      readonly type: 'DeliveryReleased';
      readonly data: { readonly deliveryId: string; readonly releasedBy: AccreditationId; readonly releasedAt: Instant };
    }
  | {
      readonly type: 'DeliveryDiscarded';
      readonly data: {
        readonly deliveryId: string;
        readonly reason: CodedReason;
        readonly discardedBy: AccreditationId;
        readonly discardedAt: Instant;
      };
    }
  /** Recorded before the channel is called; whoever did not record it does not call. */
  | { readonly type: 'DeliveryAttempted'; readonly data: OfAttempt & { readonly template: TemplateUsed; readonly attemptedAt: Instant } }
  /** Nobody knows what came of the attempt: whoever made it ended before he could say. The next one carries the same message id. */
  | { readonly type: 'DeliveryAttemptLost'; readonly data: OfAttempt & { readonly foundAt: Instant } }
  /** The next station took it over. @see confirmation its own name for it, when it gave one */
  | {
      readonly type: 'DeliveryAccepted';
      readonly data: OfAttempt & { readonly confirmation: string | null; readonly acceptedAt: Instant };
    }
  /** code: what the channel answered, `smtp.451`. retryAt: null when it is not tried again by itself. */
  | {
      readonly type: 'DeliveryFailed';
      readonly data: OfAttempt & { readonly code: string; readonly retryAt: Instant | null; readonly failedAt: Instant };
    }
  /** It had been taken over and came back. */
  | { readonly type: 'DeliveryBounced'; readonly data: { readonly deliveryId: string; readonly code: string; readonly bouncedAt: Instant } }
  /** An officer has it sent once more. */
  | {
      readonly type: 'DeliveryResent';
      readonly data: { readonly deliveryId: string; readonly resentBy: AccreditationId; readonly resentAt: Instant };
    };

/** In which version of which wording it was told. */
export interface TemplateUsed {
  readonly templateId: string;
  readonly version: number;
}

interface ByPerson {
  readonly actor: { readonly accreditationId: AccreditationId };
  readonly now: Instant;
}

export type DeliveryCommand =
  | { readonly type: 'PlanDelivery'; readonly data: PlannedDelivery & { readonly now: Instant } }
  | { readonly type: 'ReleaseDelivery'; readonly data: ByPerson }
  | { readonly type: 'DiscardDelivery'; readonly data: ByPerson & { readonly reason: CodedReason } }
  | { readonly type: 'ResendDelivery'; readonly data: ByPerson }
  | {
      readonly type: 'AttemptDelivery';
      readonly data: { readonly attempt: number; readonly template: TemplateUsed; readonly now: Instant };
    }
  | { readonly type: 'GiveUpDeliveryAttempt'; readonly data: { readonly attempt: number; readonly now: Instant } }
  | { readonly type: 'RecordDeliveryOutcome'; readonly data: { readonly attempt: number; readonly now: Instant } & AttemptOutcome }
  | { readonly type: 'RecordDeliveryBounce'; readonly data: { readonly bounce: string; readonly now: Instant } };

/** What the channel answered. */
export type AttemptOutcome =
  | { readonly outcome: 'accepted'; readonly confirmation: string | null }
  | { readonly outcome: 'failed'; readonly failure: string; readonly retryAt: Instant | null };

export type DeliveryRejection =
  | { readonly code: 'delivery.not_found' }
  | { readonly code: 'delivery.planned_otherwise' }
  | { readonly code: 'delivery.not_held' }
  | { readonly code: 'delivery.wrong_stage'; readonly stage: string }
  | { readonly code: 'delivery.attempt_not_next'; readonly next: number }
  | { readonly code: 'delivery.too_early'; readonly retryAt: Instant };
