import type { AccreditationId, Instant } from '../kernel/index.ts';
import type { TranslationContent, TranslationEvent, TranslationRequest } from './translation.events.ts';

/** What was delivered last, with whoever wrote any of its words. */
interface LastEdition {
  readonly edition: number;
  readonly content: TranslationContent;
  readonly sourceHash: string;
  readonly translatedBy: AccreditationId;
  /** The reviser who changed it; null while it stands as it was delivered. */
  readonly changedBy: AccreditationId | null;
}

export type TranslationState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'pending' | 'translated' | 'revised' | 'certified';
      readonly request: TranslationRequest;
      /** Who is to translate it, until when; null while it is anybody's. */
      readonly assigned: { readonly translator: AccreditationId; readonly dueAt: Instant | null } | null;
      /** What is to be translated, as last seen. */
      readonly sourceHash: string;
      /** The last edition; null before the first. */
      readonly last: LastEdition | null;
      readonly certifiedBy: AccreditationId | null;
    };

type Existing = Exclude<TranslationState, { status: 'unknown' }>;
type Later = Exclude<TranslationEvent, { type: 'TranslationRequested' }>;

const revised = (state: Existing, { data }: Extract<Later, { type: 'TranslationRevised' }>): Existing => {
  const { last } = state;
  if (last === null) return state;
  const { edition, content, sourceHash, revisedBy } = data;
  const changedBy = edition === last.edition ? last.changedBy : revisedBy;
  return { ...state, status: 'revised', last: { edition, content, sourceHash, translatedBy: last.translatedBy, changedBy } };
};

const evolveExisting = (state: Existing, event: Later): Existing => {
  switch (event.type) {
    case 'TranslationAssigned':
      return { ...state, assigned: { translator: event.data.translator, dueAt: event.data.dueAt } };
    case 'TranslationDelivered': {
      const { edition, content, sourceHash, translatedBy } = event.data;
      const last = { edition, content, sourceHash, translatedBy, changedBy: null };
      return { ...state, status: 'translated', sourceHash, last, certifiedBy: null };
    }
    case 'TranslationRevised':
      return revised(state, event);
    case 'TranslationCertified':
      return { ...state, status: 'certified', certifiedBy: event.data.certifiedBy };
    case 'TranslationReturned':
      return { ...state, status: 'pending' };
    case 'TranslationSourceChanged':
      return { ...state, sourceHash: event.data.sourceHash };
  }
};

export const evolveTranslation = (state: TranslationState, event: TranslationEvent): TranslationState => {
  if (event.type === 'TranslationRequested') {
    const { data: request } = event;
    return { status: 'pending', request, assigned: null, sourceHash: request.sourceHash, last: null, certifiedBy: null };
  }
  return state.status === 'unknown' ? state : evolveExisting(state, event);
};

/** Whether the other language changed after this one was translated; a stale translation stays readable, and is never taken for certified. */
export const isStale = (state: TranslationState): boolean =>
  state.status !== 'unknown' && state.last !== null && state.last.sourceHash !== state.sourceHash;
