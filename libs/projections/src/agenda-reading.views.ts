import type {
  ActionLabel,
  AgendaChange,
  AgendaContent,
  AgendaDifference,
  Bilingual,
  Deadline,
  Instant,
  Language,
  PinnedDocument,
  PriorDecision,
  WorkingText,
} from '../../domain/src/index.ts';
import type { LabelledItem } from './agenda.views.ts';
import type { DecisionView } from './outcome.views.ts';

/** Two versions compared, with the hashes of what was compared; null for the working agenda, which has none. */
export interface AgendaDifferenceView extends AgendaDifference {
  readonly fromHash: string | null;
  readonly toHash: string | null;
}

/** What was moved, dropped or cancelled between one published version and the next (row C14). */
export interface AgendaTraces {
  readonly agendaId: string;
  readonly versions: readonly {
    readonly version: number;
    readonly publishedAt: Instant | null;
    readonly changeNote: Bilingual;
    /** reasonCode: as recorded with what was taken off; null for what was moved. */
    readonly traces: readonly (AgendaChange & { readonly reasonCode: string | null })[];
  }[];
}

/** One item of the annotated agenda (row C11). */
export interface AnnotatedItem extends LabelledItem {
  /** What the body is asked to do, and the request it follows from. */
  readonly asked: {
    readonly actionLabels: readonly ActionLabel[];
    readonly request: {
      readonly guidanceId: string;
      readonly ref: string;
      readonly text: string;
      readonly source: { readonly symbol: string; readonly paragraph: string };
    } | null;
  };
  readonly background: {
    readonly annotation: WorkingText | null;
    /** The topic in the words of the Member that sent it; null for items without one. */
    readonly topic: {
      readonly topicId: string;
      readonly reference: string;
      readonly title: string;
      readonly text: string;
      readonly language: Language;
    } | null;
    readonly sponsors: readonly { readonly member: string; readonly name: Bilingual }[];
    readonly late: boolean;
  };
  readonly documents: readonly PinnedDocument[];
  readonly earlier: {
    /** Where it was carried forward from, and what was said there. */
    readonly carriedFrom: (LabelledItem & { readonly agendaId: string; readonly statement: WorkingText | null }) | null;
    readonly decisions: readonly DecisionView[];
    /** Of earlier sessions, as the document quotes them that the request stands in. */
    readonly quoted: readonly PriorDecision[];
  };
  readonly slots: readonly {
    readonly slotId: string;
    readonly start: Deadline;
    readonly end: Deadline;
    readonly room: Bilingual | null;
  }[];
}

/** An agenda with what a reader has to know of each item. version 0: the one being built. */
export interface AnnotatedAgenda {
  readonly agendaId: string;
  readonly version: number;
  readonly contentHash: string | null;
  readonly title: Bilingual;
  readonly final: boolean;
  readonly headings: readonly {
    readonly headingId: string;
    readonly label: string;
    readonly title: Bilingual;
    readonly theme: string | null;
    readonly items: readonly AnnotatedItem[];
  }[];
  readonly omittedPriorities: AgendaContent['omittedPriorities'];
}
