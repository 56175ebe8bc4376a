import type { Bilingual, Instant } from '../kernel/index.ts';
import type { BusinessClock, ClockAdvanceReason, LedgerEvent } from './ledger.events.ts';

export type LedgerCommand =
  | {
      readonly type: 'OpenLedger';
      readonly data: { readonly origin: string; readonly uuid: string; readonly vkey: string; readonly clock: BusinessClock };
    }
  | {
      readonly type: 'AdvanceBusinessClock';
      readonly data: { readonly now: Instant; readonly to: Instant; readonly reason: ClockAdvanceReason };
    }
  | { readonly type: 'RecordReferenceData'; readonly data: { readonly dataset: string; readonly sha256: string } }
  | { readonly type: 'DeclareInventedSamples'; readonly data: { readonly note: Bilingual; readonly count: number } }
  /** vkey: verifier key of the new signing key, under the log's own origin. */
  | { readonly type: 'RotateLogKey'; readonly data: { readonly vkey: string } }
  /** Ends the time in which both keys sign. */
  | { readonly type: 'RetireLogKey'; readonly data: { readonly vkey: string } }
  | {
      readonly type: 'ReopenLedger';
      readonly data: Omit<Extract<LedgerEvent, { type: 'LedgerReopened' }>['data'], 'formerOrigin'>;
    };

export type LedgerRejection =
  | { readonly code: 'ledger.already_opened' }
  | { readonly code: 'ledger.not_opened' }
  | { readonly code: 'clock.not_virtual' }
  | { readonly code: 'clock.not_forward'; readonly now: Instant; readonly to: Instant }
  /** Another content under the same data set name: the data set must get a new version name. */
  | { readonly code: 'reference.content_changed'; readonly dataset: string }
  /** A verifier key names the log it belongs to. */
  | { readonly code: 'ledger.key_of_another_log' }
  /** Two keys sign already. */
  | { readonly code: 'ledger.rotation_under_way' }
  /** A retired key never comes back. */
  | { readonly code: 'ledger.key_was_retired' }
  /** Only the key that was replaced can be retired. */
  | { readonly code: 'ledger.key_not_replaced' }
  /** Nothing that was signed is missing from the record. */
  | { readonly code: 'ledger.nothing_lost'; readonly signedSize: number; readonly keptSize: number }
  /** The next origin is the former one with the next number behind it. */
  | { readonly code: 'ledger.origin_not_next'; readonly expected: string };
