import type { AccreditationId, Instant } from '../kernel/index.ts';

/** Hours in which somebody does not want mail: wall time of a zone, over midnight when they begin later than they end. */
export interface QuietHours {
  /** `22:00`. */
  readonly from: string;
  /** `07:00`. */
  readonly until: string;
  /** IANA name, `Africa/Nairobi`. */
  readonly zone: string;
}

/** How somebody wants to be told by mail; the inbox shows everything at once. */
export interface NoticePreference {
  /** `digest`: once a day in one mail; `none`: not by mail. */
  readonly mail: 'at_once' | 'digest' | 'none';
  readonly quietHours: QuietHours | null;
}

export type MailboxEvent =
  /** What somebody has read of what he was told. */
  | {
      readonly type: 'MailboxRead';
      readonly data: {
        readonly accreditationId: AccreditationId;
        /** Everything that happened before this ledger size; null when only single ones were read. */
        readonly upTo: number | null;
        readonly deliveryIds: readonly string[];
        readonly readAt: Instant;
      };
    }
  | {
      readonly type: 'MailboxPreferenceSet';
      readonly data: { readonly accreditationId: AccreditationId; readonly preference: NoticePreference; readonly setAt: Instant };
    };

export type MailboxCommand =
  | {
      readonly type: 'MarkMailboxRead';
      readonly data: {
        readonly accreditationId: AccreditationId;
        readonly upTo: number | null;
        readonly deliveryIds: readonly string[];
        readonly now: Instant;
      };
    }
  | {
      readonly type: 'SetMailboxPreference';
      readonly data: {
        readonly accreditationId: AccreditationId;
        readonly preference: NoticePreference;
        /** Whether the zone of the quiet hours is one. */
        readonly zoneExists: boolean;
        readonly now: Instant;
      };
    };

export type MailboxRejection =
  | { readonly code: 'mailbox.nothing_read' }
  | { readonly code: 'mailbox.hours_malformed'; readonly from: string; readonly until: string }
  | { readonly code: 'mailbox.zone_unknown'; readonly zone: string };
