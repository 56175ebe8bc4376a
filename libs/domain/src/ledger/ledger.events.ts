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
    }
  | {
      readonly type: 'LogKeyRotated';
      /** From here on checkpoints carry the signatures of both keys, until the former one is retired. */
      readonly data: { readonly vkey: string; readonly formerVkey: string };
    }
  | {
      readonly type: 'LogKeyRetired';
      /** From here on a signature of this key proves nothing any more; `vkey` signs alone. */
      readonly data: { readonly vkey: string; readonly retiredVkey: string };
    }
  | {
      readonly type: 'LedgerReopened';
      /**
       * A declared break: the record had been put back to a state before its last signature. From here on it is another log, of
       * another origin; nothing that was signed under the former one covers it.
       *
       * signedSize, signedRoot: what the former origin had signed last, entries and base64; keptSize: how many of its first
       * entries the record still has as they were signed.
       */
      readonly data: {
        readonly origin: string;
        readonly vkey: string;
        readonly formerOrigin: string;
        readonly signedSize: number;
        readonly signedRoot: string;
        readonly keptSize: number;
        readonly reason: string;
      };
    };

export type ClockAdvanceReason = 'next_day' | 'next_deadline' | 'to_instant';
