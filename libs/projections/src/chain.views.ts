import type { Bilingual, Instant } from '../../domain/src/index.ts';
import type { HistoryEntry } from './agenda.views.ts';

/** How one thing follows from another; the target came first. */
export type ChainRelation =
  | 'stands_in'
  | 'quoted_from'
  | 'asked_at'
  | 'carries_on'
  | 'asks_for'
  | 'prepares'
  | 'answers'
  | 'sent_under'
  | 'absorbs'
  | 'part_of'
  | 'places'
  | 'placed_on'
  | 'concludes'
  | 'about'
  | 'taken_at'
  | 'due_at'
  | 'reports_on'
  | 'evidence_for'
  | 'transmits'
  | 'supersedes';

export interface ChainNode {
  /** `guidance-PC0410.GR-1`, `topic-…`, `agendaItem-…`, `outcome-…`, `paragraph-PC0410E1.B16`. */
  readonly id: string;
  readonly kind: string;
  readonly label: Bilingual;
  /** When it came to be. */
  readonly at: Instant;
}

export interface ChainEdge {
  readonly from: string;
  readonly relation: ChainRelation;
  readonly to: string;
}

/** One object with everything it follows from and everything that follows from it (rows D6, F13). */
export interface Chain {
  readonly id: string;
  readonly nodes: readonly ChainNode[];
  readonly origins: readonly ChainEdge[];
  readonly consequences: readonly ChainEdge[];
  /** The recorded steps of every object on it that the viewer may know of, oldest first. */
  readonly steps: readonly HistoryEntry[];
  /** True when the chain is longer than what is shown. */
  readonly truncated: boolean;
}
