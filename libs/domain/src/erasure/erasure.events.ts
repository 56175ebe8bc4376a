import type { AccreditationId, Instant } from '../kernel/index.ts';

/** Whose data go: a person of the directory, or the wording and the files of a contribution. */
export interface ErasureSubject {
  readonly object: 'person' | 'topic' | 'practice';
  readonly id: string;
}

/** Why data go. */
export type ErasureBasis = 'asked_by_the_person' | 'asked_by_the_member' | 'unlawful' | 'retention_over';

/** One event whose content goes. */
export interface ErasedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Hash of the data as they were stored, with their salt, as the ledger's entry commits to it: SHA-256, base64url. */
  readonly dataHash: string;
  /** Hash of what stays in their place, computed likewise. */
  readonly leftHash: string;
}

/** A node of a cluster that has rewritten its files, and the scavenge that did it. */
export interface ScavengedNode {
  readonly node: string;
  readonly scavengeId: string;
}

export type ErasureEvent =
  | {
      readonly type: 'ErasureRequested';
      readonly data: {
        readonly erasureId: string;
        readonly subject: ErasureSubject;
        readonly basis: ErasureBasis;
        /** For the file; it stays for ever, and so names nobody. */
        readonly reason: string;
        readonly requestedBy: AccreditationId;
        readonly requestedAt: Instant;
      };
    }
  | {
      readonly type: 'ErasureRefused';
      readonly data: {
        readonly erasureId: string;
        readonly reason: string;
        readonly refusedBy: AccreditationId;
        readonly refusedAt: Instant;
      };
    }
  /** A second person has confirmed it: from now on it is carried out and cannot be taken back. */
  | {
      readonly type: 'ErasureApproved';
      readonly data: { readonly erasureId: string; readonly approvedBy: AccreditationId; readonly approvedAt: Instant };
    }
  /** Recorded before anything is taken away: which content may be missing from now on, and what has to stand in its place. */
  | {
      readonly type: 'ErasureScopeListed';
      readonly data: {
        readonly erasureId: string;
        /** 1, 2, 3 …: a long list has several parts. */
        readonly part: number;
        readonly events: readonly ErasedEvent[];
        readonly listedAt: Instant;
      };
    }
  /** Nothing of it is left in this record and in what follows from it. */
  | {
      readonly type: 'ErasurePurged';
      readonly data: {
        readonly erasureId: string;
        /** Events whose content went, streams outside the ledger that went whole, and files. */
        readonly events: number;
        readonly streams: number;
        readonly files: number;
        /** On a cluster: which scavenge of each node took the streams away. */
        readonly nodes?: readonly ScavengedNode[];
        readonly purgedAt: Instant;
      };
    };
