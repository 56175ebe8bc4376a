import type { Bilingual, Instant, NoticeRule, NoticeTemplate } from '../../../domain/src/index.ts';

/** Where a message stands; `shown` in the inbox, `no_channel` when nothing brought it and nothing will by itself, `not_wanted` by who is told. */
export type MessageStage =
  | 'shown'
  | 'no_channel'
  | 'planned'
  | 'held'
  | 'waiting'
  | 'attempted'
  | 'accepted'
  | 'failed'
  | 'bounced'
  | 'discarded'
  | 'in_digest'
  | 'not_wanted';

/** One attempt to bring a message. */
export interface AttemptView {
  readonly attempt: number;
  readonly template: { readonly templateId: string; readonly version: number };
  readonly attemptedAt: Instant;
  /** Null while nobody has told what came of it. */
  readonly outcome: 'accepted' | 'failed' | 'lost' | null;
  readonly code: string | null;
  readonly endedAt: Instant | null;
}

/** What somebody is told of: an event, as far as a message needs it. */
export interface ToldView {
  readonly type: string;
  readonly object: string;
  readonly id: string;
  readonly reference: string | null;
  readonly title: Bilingual;
  readonly due: Instant | null;
  readonly occurredAt: Instant;
  /** Place in the ledger of what is told. */
  readonly ledgerIndex: number;
}

/** Who was told what, when, by which rule, in which version, and what came of it (row E9). */
export interface DeliveryView {
  readonly deliveryId: string;
  readonly channel: string;
  /** An accreditation. */
  readonly recipient: string;
  readonly member: string | null;
  readonly language: 'en' | 'fr';
  readonly stage: MessageStage;
  readonly since: Instant;
  readonly code: string | null;
  readonly retryAt: Instant | null;
  readonly rule: { readonly ruleId: string; readonly version: number };
  readonly told: ToldView;
  readonly attempts: readonly AttemptView[];
}

/** A rule in force; `shipped` until another form of it is on record. */
export interface RuleView {
  readonly ruleId: string;
  readonly version: number;
  readonly shipped: boolean;
  readonly rule: NoticeRule;
}

/** A wording in force. */
export interface TemplateView {
  readonly templateId: string;
  readonly version: number;
  readonly shipped: boolean;
  readonly template: NoticeTemplate;
}

/** Somebody who would be told. */
export interface WouldBeTold {
  readonly accreditationId: string;
  readonly member: string | null;
  readonly role: string;
  readonly language: 'en' | 'fr';
  /** By which channels, and how each message would stand at first. */
  readonly ways: readonly { readonly channel: string; readonly stage: MessageStage; readonly timing: 'at_once' | 'digest' }[];
}
