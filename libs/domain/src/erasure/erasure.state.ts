import type { AccreditationId } from '../kernel/index.ts';
import type { ErasedEvent, ErasureBasis, ErasureEvent, ErasureSubject } from './erasure.events.ts';

export type ErasureState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'requested' | 'refused' | 'approved' | 'purged';
      readonly erasureId: string;
      readonly subject: ErasureSubject;
      readonly basis: ErasureBasis;
      readonly reason: string;
      readonly requestedBy: AccreditationId;
      readonly approvedBy: AccreditationId | null;
      /** Everything that was listed so far, and in how many parts. */
      readonly events: readonly ErasedEvent[];
      readonly parts: number;
    };

export const evolveErasure = (state: ErasureState, event: ErasureEvent): ErasureState => {
  if (event.type === 'ErasureRequested') {
    const { erasureId, subject, basis, reason, requestedBy } = event.data;
    return { status: 'requested', erasureId, subject, basis, reason, requestedBy, approvedBy: null, events: [], parts: 0 };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'ErasureRefused':
      return { ...state, status: 'refused' };
    case 'ErasureApproved':
      return { ...state, status: 'approved', approvedBy: event.data.approvedBy };
    case 'ErasureScopeListed':
      return { ...state, events: [...state.events, ...event.data.events], parts: event.data.part };
    case 'ErasurePurged':
      return { ...state, status: 'purged' };
  }
};
