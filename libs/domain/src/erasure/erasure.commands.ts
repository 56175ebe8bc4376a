import type { Actor, Instant } from '../kernel/index.ts';
import type { ErasedEvent, ErasureBasis, ErasureSubject, ScavengedNode } from './erasure.events.ts';

interface Acting {
  readonly actor: Actor;
  readonly now: Instant;
}

export type ErasureCommand =
  | {
      readonly type: 'RequestErasure';
      readonly data: Acting & {
        readonly erasureId: string;
        readonly subject: ErasureSubject;
        readonly basis: ErasureBasis;
        readonly reason: string;
      };
    }
  | { readonly type: 'RefuseErasure'; readonly data: Acting & { readonly reason: string } }
  | { readonly type: 'ApproveErasure'; readonly data: Acting }
  | { readonly type: 'ListErasureScope'; readonly data: { readonly events: readonly ErasedEvent[]; readonly now: Instant } }
  | {
      readonly type: 'RecordErasurePurged';
      readonly data: {
        readonly events: number;
        readonly streams: number;
        readonly files: number;
        readonly nodes?: readonly ScavengedNode[];
        readonly now: Instant;
      };
    };

export type ErasureRejection =
  | { readonly code: 'erasure.not_found' }
  | { readonly code: 'erasure.already_requested' }
  | { readonly code: 'erasure.reason_missing' }
  | { readonly code: 'erasure.refused' }
  | { readonly code: 'erasure.already_approved' }
  /** Two persons: whoever asked does not confirm. */
  | { readonly code: 'erasure.requester_cannot_approve' }
  | { readonly code: 'erasure.not_approved' };
