import type { Actor, Instant, SourceParagraph } from '../kernel/index.ts';

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
}

export type GuidanceEvent =
  | { readonly type: 'GuidanceRequestIssued'; readonly data: GuidanceRequest }
  | {
      readonly type: 'GuidanceRequestOpened';
      readonly data: { readonly guidanceId: string; readonly callId: string; readonly openedAt: Instant };
    };

export type GuidanceCommand =
  | {
      readonly type: 'IssueGuidanceRequest';
      /** quoted: the lead-in and text as they stand in the confirmed document, or null when there is no such bullet. */
      readonly data: GuidanceRequest & {
        readonly actor: Actor | null;
        readonly quoted: { readonly leadIn: string; readonly text: string } | null;
      };
    }
  | { readonly type: 'OpenGuidanceRequest'; readonly data: { readonly callId: string; readonly now: Instant } };

export type GuidanceRejection =
  | { readonly code: 'guidance.not_quoted'; readonly guidance: string }
  | { readonly code: 'guidance.already_issued'; readonly guidance: string }
  | { readonly code: 'guidance.not_issued' }
  | { readonly code: 'guidance.already_open'; readonly call: string };
