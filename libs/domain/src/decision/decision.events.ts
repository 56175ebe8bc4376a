import type { SourceParagraph } from '../kernel/index.ts';

/** What the body agreed or decided at an earlier session, quoted from the document that reports it. */
export interface PriorDecision {
  readonly decisionId: string;
  readonly sessionId: string;
  readonly kind: string;
  readonly quote: string;
  readonly source: SourceParagraph;
  readonly followUp: { readonly owner: string; readonly by: string; readonly status: string; readonly evidence: string | null } | null;
}

export interface DecisionEvent {
  readonly type: 'PriorDecisionRecorded';
  readonly data: PriorDecision;
}

export interface DecisionCommand {
  readonly type: 'RecordPriorDecision';
  readonly data: PriorDecision;
}

export type DecisionRejection =
  | { readonly code: 'decision.already_recorded'; readonly decision: string }
  | { readonly code: 'decision.quote_missing'; readonly decision: string };
