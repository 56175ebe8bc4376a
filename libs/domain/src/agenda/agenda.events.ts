import type { AccreditationId, Bilingual, Instant, MemberCode } from '../kernel/index.ts';

/** What the body is asked to do with an item; several may be combined (row C8). */
export type ActionLabel = 'for_decision' | 'for_guidance' | 'for_discussion' | 'to_take_note';

export interface AgendaHeading {
  readonly headingId: string;
  /** 1, 2, 3 …, printed as a Roman number; never reused in this agenda. */
  readonly number: number;
  readonly title: Bilingual;
  /** The priority this heading stands for; null for opening, closing and the like. */
  readonly theme: string | null;
}

export interface AgendaItem {
  readonly itemId: string;
  readonly headingId: string;
  /** `a`, `b` … `z`, `aa` …; never reused under its heading. */
  readonly letter: string;
  readonly title: Bilingual;
  readonly actionLabels: readonly ActionLabel[];
  readonly topicId: string;
  readonly topicReference: string;
  /** Hash of the topic edition that was placed. */
  readonly topicContentHash: string;
  readonly sponsors: readonly MemberCode[];
  readonly guidanceId: string;
}

/** The frozen copy: everything a reader of the version sees, and nothing that can change under it. */
export interface AgendaContent {
  readonly agendaId: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly headings: readonly (AgendaHeading & { readonly items: readonly AgendaItem[] })[];
  readonly omittedPriorities: readonly { readonly theme: string; readonly reason: Bilingual }[];
}

export type AgendaEvent =
  | {
      readonly type: 'AgendaOpened';
      readonly data: { readonly agendaId: string; readonly conferenceId: string; readonly title: Bilingual; readonly themeSetId: string };
    }
  | { readonly type: 'AgendaHeadingAdded'; readonly data: { readonly agendaId: string } & AgendaHeading }
  | { readonly type: 'AgendaItemAdded'; readonly data: { readonly agendaId: string } & AgendaItem }
  /** BR-14: a priority that is not on the agenda carries a written reason. */
  | {
      readonly type: 'PriorityOmissionJustified';
      readonly data: { readonly agendaId: string; readonly theme: string; readonly reason: Bilingual };
    }
  | {
      readonly type: 'AgendaVersionProposed';
      readonly data: {
        readonly agendaId: string;
        readonly version: number;
        readonly contentHash: string;
        readonly changeNote: Bilingual;
        readonly proposedBy: AccreditationId;
        readonly proposedAt: Instant;
      };
    }
  | {
      readonly type: 'AgendaVersionReturned';
      readonly data: { readonly agendaId: string; readonly version: number; readonly remark: string; readonly returnedBy: AccreditationId };
    }
  | {
      readonly type: 'AgendaVersionApproved';
      readonly data: {
        readonly agendaId: string;
        readonly version: number;
        readonly contentHash: string;
        readonly approvedBy: AccreditationId;
        readonly approvedAt: Instant;
      };
    }
  | {
      readonly type: 'AgendaVersionPublished';
      readonly data: {
        readonly agendaId: string;
        readonly version: number;
        readonly contentHash: string;
        readonly content: AgendaContent;
        readonly changeNote: Bilingual;
        readonly publishedAt: Instant;
      };
    };
