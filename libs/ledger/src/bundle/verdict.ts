import type { BundleCut } from './layout.ts';

/** How a bundle was found; the codes of `security.md` §2.6. */
export type BundleVerdict =
  | {
      readonly good: true;
      readonly cut: BundleCut;
      /** Entries that were checked. */
      readonly entries: number;
      readonly files: number;
      /** Entries of the log that is signed. */
      readonly size: number;
      readonly origin: string;
    }
  | BundleFault;

export const faultCodes = { altered: 10, signature: 20, fork: 30, incomplete: 40, usage: 60 } as const;

/** Which check a bundle failed: its file, its statement, its proofs, what an auditor retained. */
export type Detector = 'file' | 'sums' | 'statement' | 'quorum' | 'proof' | 'retained';

/** The first thing that is wrong. */
export interface BundleFault {
  readonly good: false;
  readonly code: (typeof faultCodes)[keyof typeof faultCodes];
  readonly detector: Detector;
  readonly why: string;
  /** The file or event. */
  readonly where: string;
}

/** Ends a verification at the first thing that is wrong. */
export class FaultFound extends Error {
  readonly fault: BundleFault;
  constructor(kind: keyof typeof faultCodes, detector: Detector, why: string, where: string) {
    super(`${why}: ${where}`);
    this.fault = { good: false, code: faultCodes[kind], detector, why, where };
  }
}
