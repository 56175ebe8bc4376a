import type { Instant, Language, TranslationContent } from '../../../domain/src/index.ts';

/** Where a translation stands: asked for, given to somebody, delivered, read by a reviser, stood for, or given back. */
export type TranslationStatus = 'requested' | 'assigned' | 'translated' | 'revised' | 'certified' | 'returned';

export interface TranslationView {
  readonly translationId: string;
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly from: Language;
  readonly to: Language;
  /** What is internal is not told to a Member: `assigned` reads `requested`, `revised` reads `translated`. */
  readonly status: TranslationStatus;
  /** True when the other language has changed since; what is stale is not certified, whatever was. */
  readonly stale: boolean;
  /** Hash of what stands there now. */
  readonly sourceHash: string;
  readonly requestedAt: Instant;
  /** Accreditation of whoever is to translate; for the Secretariat. */
  readonly translator: string | null;
  readonly dueAt: Instant | null;
  readonly edition: number | null;
  /** For the Secretariat from delivery on, for everybody else once certified. */
  readonly content: TranslationContent | null;
  readonly deliveredAt: Instant | null;
  readonly certifiedAt: Instant | null;
  /** Why a reviser gave it back, until it is delivered anew. */
  readonly returnedReason: string | null;
  /** Revision of the record behind it; for the Secretariat. */
  readonly revision: string | null;
}

/** For whom a translation waits. */
export type TranslationWaitsFor = 'translator' | 'reviser';
