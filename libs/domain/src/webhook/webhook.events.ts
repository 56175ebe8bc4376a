import type { AccreditationId, Instant } from '../kernel/index.ts';

/** A program of somebody else's that is told of what is recorded. */
export interface WebhookEndpoint {
  readonly endpointId: string;
  /** Where notices go. It stands in the record: nothing secret belongs into it, since notices are signed. */
  readonly url: string;
  /** Whose it is and what for. */
  readonly note: string;
  /** What it may know of: what is for everybody, or what is for all Members, too. */
  readonly audience: 'members' | 'public';
  /** Event types that it is told of; none named: all. */
  readonly types: readonly string[];
}

export type WebhookEvent =
  /** startsAt: ledger size; what is recorded from there on is told. */
  | {
      readonly type: 'WebhookRegistered';
      readonly data: WebhookEndpoint & {
        readonly startsAt: number;
        readonly registeredBy: AccreditationId;
        readonly registeredAt: Instant;
      };
    }
  /** generation: number of the new secret, the first one being 1. Both sign until the other one ends. */
  | {
      readonly type: 'WebhookSecretRotated';
      readonly data: {
        readonly endpointId: string;
        readonly generation: number;
        readonly previousUntil: Instant;
        readonly rotatedBy: AccreditationId;
        readonly rotatedAt: Instant;
      };
    }
  /** reason: `gone` when the endpoint said so itself. */
  | {
      readonly type: 'WebhookDisabled';
      readonly data: {
        readonly endpointId: string;
        readonly reason: 'gone' | 'not_wanted';
        readonly disabledBy: AccreditationId;
        readonly disabledAt: Instant;
      };
    }
  | {
      readonly type: 'WebhookEnabled';
      readonly data: { readonly endpointId: string; readonly enabledBy: AccreditationId; readonly enabledAt: Instant };
    }
  /** Told once more of what was recorded from ledger size `startsAt` up to `endsAt`. replay: number, the first one being 1. */
  | {
      readonly type: 'WebhookReplayAsked';
      readonly data: {
        readonly endpointId: string;
        readonly replay: number;
        readonly startsAt: number;
        readonly endsAt: number;
        readonly askedBy: AccreditationId;
        readonly askedAt: Instant;
      };
    };

interface Given {
  readonly actor: { readonly accreditationId: AccreditationId };
  readonly now: Instant;
}

export type WebhookCommand =
  /** urlFault: what the way out says of the address, in a code; ledgerSize: how much is recorded now. */
  | {
      readonly type: 'RegisterWebhook';
      readonly data: WebhookEndpoint & Given & { readonly urlFault: string | null; readonly ledgerSize: number };
    }
  | {
      readonly type: 'RotateWebhookSecret';
      readonly data: Given & { readonly generation: number; readonly previousUntil: Instant };
    }
  | { readonly type: 'DisableWebhook'; readonly data: Given & { readonly reason: 'gone' | 'not_wanted' } }
  | { readonly type: 'EnableWebhook'; readonly data: Given }
  | {
      readonly type: 'AskWebhookReplay';
      readonly data: Given & { readonly replay: number; readonly startsAt: number; readonly ledgerSize: number };
    };

export type WebhookRejection =
  | { readonly code: 'webhook.not_found' }
  | { readonly code: 'webhook.registered_already' }
  | { readonly code: 'webhook.url_refused'; readonly fault: string }
  | { readonly code: 'webhook.is_disabled' }
  | { readonly code: 'webhook.generation_not_next'; readonly next: number }
  | { readonly code: 'webhook.rotation_running'; readonly until: Instant }
  | { readonly code: 'webhook.replay_not_next'; readonly next: number }
  | { readonly code: 'webhook.beyond_ledger'; readonly size: number };
