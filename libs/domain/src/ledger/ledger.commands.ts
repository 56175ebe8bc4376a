import type { Bilingual, Instant } from '../kernel/index.ts';
import type { BusinessClock, ClockAdvanceReason } from './ledger.events.ts';

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
  | { readonly type: 'DeclareInventedSamples'; readonly data: { readonly note: Bilingual; readonly count: number } };

export type LedgerRejection =
  | { readonly code: 'ledger.already_opened' }
  | { readonly code: 'ledger.not_opened' }
  | { readonly code: 'clock.not_virtual' }
  | { readonly code: 'clock.not_forward'; readonly now: Instant; readonly to: Instant }
  /** Another content under the same data set name: the data set must get a new version name. */
  | { readonly code: 'reference.content_changed'; readonly dataset: string };
