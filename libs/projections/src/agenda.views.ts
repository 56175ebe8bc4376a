import type { ActionLabel, AgendaContent, Bilingual, Deadline, Instant } from '../../domain/src/index.ts';

export interface AgendaVersionSummary {
  readonly agendaId: string;
  readonly version: number;
  readonly status: 'proposed' | 'approved' | 'published';
  readonly contentHash: string;
  readonly changeNote: Bilingual;
  readonly proposedAt: Instant;
  readonly approvedAt: Instant | null;
  readonly publishedAt: Instant | null;
}

/** The working agenda; internal. */
export interface WorkingAgendaView {
  readonly agendaId: string;
  readonly conferenceId: string;
  readonly title: Bilingual;
  readonly themeSetId: string;
  readonly content: AgendaContent;
  readonly pending: AgendaVersionSummary | null;
  readonly publishedVersion: number;
  readonly revision: string;
}

export interface AgendaVersionView extends AgendaVersionSummary {
  readonly content: AgendaContent;
}

/** "Why is this here?": one agenda line and every step back to the paragraph that asked for it. */
export interface AgendaLineOrigin {
  readonly agendaId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly publishedAt: Instant;
  readonly heading: { readonly number: number; readonly title: Bilingual; readonly theme: string | null };
  readonly item: {
    readonly itemId: string;
    readonly label: string;
    readonly title: Bilingual;
    readonly actionLabels: readonly ActionLabel[];
  };
  /** The submission: public once it is on a published agenda. */
  readonly contribution: {
    readonly contributionId: string;
    readonly reference: string;
    readonly member: string;
    readonly memberName: Bilingual;
    readonly title: string;
    readonly language: 'en' | 'fr';
    readonly submittedAt: Instant;
    readonly acceptedAt: Instant | null;
    readonly contentHash: string;
  };
  readonly call: { readonly callId: string; readonly title: Bilingual; readonly openedAt: Instant | null; readonly closesForNew: Deadline };
  readonly guidance: { readonly guidanceId: string; readonly ref: string; readonly leadIn: string; readonly text: string };
  /** The paragraph: document id null when the document itself is not in the record. */
  readonly source: { readonly symbol: string; readonly paragraph: string; readonly documentId: string | null };
  /** One row per recorded step, oldest first, with its place in the ledger. */
  readonly steps: readonly HistoryEntry[];
}

export interface HistoryEntry {
  /** Ledger index of the event, 0-based. */
  readonly n: number;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly role: string;
  readonly actingFor: string | null;
  readonly audience: 'internal' | 'addressee' | 'members' | 'public';
}
