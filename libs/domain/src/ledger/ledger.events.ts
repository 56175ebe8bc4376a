import type { Bilingual, Instant } from '../kernel/index.ts';

/** `real` follows the machine; `virtual` starts at an instant and runs `rate` business seconds per real second while the service runs. */
export type BusinessClock = { readonly mode: 'real' } | { readonly mode: 'virtual'; readonly start: Instant; readonly rate: number };

export type LedgerEvent =
  | {
      readonly type: 'LedgerOpened';
      /** origin: `<domain>/rapporteur/<8 hex>`, chosen once; vkey: C2SP signed-note verifier key of the ledger's signer. */
      readonly data: { readonly origin: string; readonly uuid: string; readonly vkey: string; readonly clock: BusinessClock };
    }
  | {
      readonly type: 'BusinessClockAdvanced';
      readonly data: { readonly from: Instant; readonly to: Instant; readonly reason: ClockAdvanceReason };
    }
  | {
      readonly type: 'ReferenceDataRecorded';
      /** dataset: name and version of the data set; sha256 over the canonical JSON of all its files. */
      readonly data: { readonly dataset: string; readonly sha256: string };
    }
  | {
      readonly type: 'InventedSamplesDeclared';
      /** From here on the record contains invented material; every page and export has to say so. */
      readonly data: { readonly note: Bilingual; readonly count: number };
    };

export type ClockAdvanceReason = 'next_day' | 'next_deadline' | 'to_instant';
