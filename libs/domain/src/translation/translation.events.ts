import type { AccreditationId, Instant, Language } from '../kernel/index.ts';

/** What is translated: a field of an object, or an object as a whole (`field` is then `document`). */
export interface TranslationSubject {
  readonly object: string;
  readonly id: string;
  readonly field: string;
}

/** What a translation says: a text, or a file that is kept elsewhere. */
export type TranslationContent =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly sha256: string; readonly reference: string };

export interface TranslationRequest {
  readonly translationId: string;
  readonly subject: TranslationSubject;
  readonly from: Language;
  readonly to: Language;
  /** SHA-256 of what is to be translated, as it stood. */
  readonly sourceHash: string;
  readonly requestedBy: AccreditationId;
  readonly requestedAt: Instant;
}

export type TranslationEvent =
  | { readonly type: 'TranslationRequested'; readonly data: TranslationRequest }
  /** Somebody is to translate it; whoever is named last. */
  | {
      readonly type: 'TranslationAssigned';
      readonly data: {
        readonly translationId: string;
        readonly translator: AccreditationId;
        /** When it is wanted; null when it does not press. */
        readonly dueAt: Instant | null;
        readonly assignedBy: AccreditationId;
        readonly assignedAt: Instant;
      };
    }
  /** A translation of the source with that hash; each delivery is an edition of its own. */
  | {
      readonly type: 'TranslationDelivered';
      readonly data: {
        readonly translationId: string;
        readonly edition: number;
        readonly content: TranslationContent;
        readonly sourceHash: string;
        readonly translatedBy: AccreditationId;
        readonly deliveredAt: Instant;
      };
    }
  /** A reviser has read an edition against its source; what he changed is an edition of its own. */
  | {
      readonly type: 'TranslationRevised';
      readonly data: {
        readonly translationId: string;
        /** The edition as it left the reviser: the one he read, or the next when he changed it. */
        readonly edition: number;
        readonly content: TranslationContent;
        readonly sourceHash: string;
        readonly revisedBy: AccreditationId;
        readonly revisedAt: Instant;
      };
    }
  /** A reviser or approver stands for that edition being true to that source (row G20). */
  | {
      readonly type: 'TranslationCertified';
      readonly data: {
        readonly translationId: string;
        readonly edition: number;
        readonly sourceHash: string;
        readonly certifiedBy: AccreditationId;
        readonly certifiedAt: Instant;
      };
    }
  | {
      readonly type: 'TranslationReturned';
      readonly data: {
        readonly translationId: string;
        readonly edition: number;
        readonly reason: string;
        readonly returnedBy: AccreditationId;
        readonly returnedAt: Instant;
      };
    }
  /** The other language has changed: what was translated is stale until it is delivered anew. */
  | {
      readonly type: 'TranslationSourceChanged';
      readonly data: { readonly translationId: string; readonly sourceHash: string; readonly noticedAt: Instant };
    };
