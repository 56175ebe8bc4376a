import type { AccreditationId, DocumentEdition, Instant, MemberCode, SourceParagraph } from '../kernel/index.ts';

/** What a request asks Members to send (BR-03). */
export type ExpectedContribution = 'practice' | 'topic';

/** One bullet of "Expected Outcome", verbatim, with its paragraph and order (BR-02). */
export interface GuidanceRequest {
  /** `PC0410.GR-1`: document family and number. */
  readonly guidanceId: string;
  readonly ref: string;
  readonly order: number;
  readonly source: SourceParagraph;
  /** The imported document it was issued from; null when recorded from reference data. */
  readonly documentId: string | null;
  readonly sessionId: string;
  readonly addressee: string;
  readonly leadIn: string;
  readonly text: string;
  readonly expects: ExpectedContribution;
  /** The request of an earlier session that this one carries on, in the same words. */
  readonly carriedFrom?: string;
}

/** Whom a request is put to: every Member of the day, those of a region, or those named. */
export type GuidanceScope =
  { readonly kind: 'all_members' } | { readonly kind: 'region'; readonly region: string } | { readonly kind: 'named_members' };

/** What must have come in before a request may be closed. */
export type ClosurePolicy =
  | { readonly basis: 'min_responses'; readonly minimum: number }
  | { readonly basis: 'all_addressees' }
  | { readonly basis: 'secretariat_judgement' };

/** A contribution as its own stream shows it, read right before it is linked. */
export interface LinkableContribution {
  readonly contributionId: string;
  readonly kind: ExpectedContribution;
  readonly reference: string;
  readonly member: MemberCode;
  readonly guidanceId: string;
}

/** What became of one contribution, read from its own stream right before a closing. */
export interface ContributionFate {
  readonly contributionId: string;
  readonly member: MemberCode;
  /** When the result went back to its Member; null while it has not. */
  readonly returnedAt: Instant | null;
}

/** The report that answers a request before a session (BR-24). */
export interface GuidanceReport {
  readonly guidanceId: string;
  readonly sessionId: string;
  readonly evidence: DocumentEdition;
  /** Edition of the consolidation that it reports. */
  readonly consolidation: number;
  readonly reportedBy: AccreditationId;
  readonly reportedAt: Instant;
}
