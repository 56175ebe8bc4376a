import type { Bilingual, Instant } from '../../domain/src/index.ts';

export type FeedName = 'publications' | 'decisions';

/** What happened, as a feed tells it. */
export type FeedKind =
  | 'document'
  | 'corrigendum'
  | 'agenda_version'
  | 'agenda_adopted'
  | 'agenda_circulated'
  | 'call_opened'
  | 'call_extended'
  | 'request_opened'
  | 'request_reported'
  | 'practice'
  | 'session_report'
  | 'conference_report'
  | 'prior_decision'
  | 'decision_circulated'
  | 'decision_adopted'
  | 'decision_transmitted'
  | 'decision_implemented'
  | 'decision_superseded'
  | 'request_concluded'
  | 'request_closed'
  | 'request_carried_over'
  | 'outcome'
  | 'contribution_decided';

/** One entry of a feed: one event of the ledger. */
export interface FeedEntry {
  /** Index of the event in the ledger, 0-based: the entry's id for ever. */
  readonly n: number;
  readonly kind: FeedKind;
  /** Category and id of what it is about. */
  readonly subject: string;
  readonly at: Instant;
  /** What it is about, as it is called today. */
  readonly title: Bilingual;
  /** Symbol of a document, number of a version. */
  readonly detail: string | null;
}

export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  /** Entries before this one come next; null on the last page. */
  readonly next: number | null;
}
