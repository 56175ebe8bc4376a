import type { AccreditationId, Bilingual, CodedReason, Deadline, Instant, WorkingText } from '../kernel/index.ts';
import type {
  ActionLabel,
  AgendaHeading,
  AgendaItemPlacement,
  AgendaItemTopic,
  AgendaProcedure,
  PinnedDocument,
} from './agenda.content.ts';

interface OfAgenda {
  readonly agendaId: string;
}

interface OfItem extends OfAgenda {
  readonly itemId: string;
}

export type AgendaBuildingEvent =
  | {
      readonly type: 'AgendaOpened';
      readonly data: OfAgenda & { readonly conferenceId: string; readonly title: Bilingual; readonly themeSetId: string };
    }
  /** themeSetId: null when the body has no priorities to account for. */
  | {
      readonly type: 'SessionAgendaOpened';
      readonly data: OfAgenda & { readonly sessionId: string; readonly title: Bilingual; readonly themeSetId: string | null };
    }
  | { readonly type: 'AgendaRetitled'; readonly data: OfAgenda & { readonly title: Bilingual } }
  | { readonly type: 'AgendaHeadingAdded'; readonly data: OfAgenda & AgendaHeading }
  | { readonly type: 'AgendaHeadingRetitled'; readonly data: OfAgenda & { readonly headingId: string; readonly title: Bilingual } }
  /** before: the heading it now stands before; null at the end. Its number stays. */
  | { readonly type: 'AgendaHeadingMoved'; readonly data: OfAgenda & { readonly headingId: string; readonly before: string | null } }
  /** A tombstone: the number is not given again. */
  | {
      readonly type: 'AgendaHeadingRemoved';
      readonly data: OfAgenda & { readonly headingId: string; readonly number: number; readonly reason: CodedReason };
    }
  | { readonly type: 'AgendaItemAdded'; readonly data: OfAgenda & AgendaItemPlacement & AgendaItemTopic }
  | { readonly type: 'AgendaProceduralItemAdded'; readonly data: OfAgenda & AgendaItemPlacement & { readonly procedure: AgendaProcedure } }
  /** letter: what it is called under the heading it is under now; back where it was before, it gets its old letter. */
  | {
      readonly type: 'AgendaItemMoved';
      readonly data: OfItem & { readonly from: string; readonly to: string; readonly letter: string; readonly before: string | null };
    }
  | { readonly type: 'AgendaItemRetitled'; readonly data: OfItem & { readonly title: Bilingual } }
  | { readonly type: 'AgendaItemAnnotated'; readonly data: OfItem & { readonly annotation: WorkingText } }
  | { readonly type: 'AgendaActionLabelsChanged'; readonly data: OfItem & { readonly actionLabels: readonly ActionLabel[] } }
  /** A tombstone: the letter is not given again. */
  | {
      readonly type: 'AgendaItemRemoved';
      readonly data: OfItem & { readonly headingId: string; readonly letter: string; readonly reason: CodedReason };
    }
  /** The item follows a later edition of its topic, or other sponsors. */
  | {
      readonly type: 'AgendaItemTopicRefreshed';
      readonly data: OfItem & Pick<AgendaItemTopic, 'topicReference' | 'topicContentHash' | 'sponsors'>;
    }
  | { readonly type: 'AgendaDocumentPinned'; readonly data: OfItem & { readonly document: PinnedDocument } }
  | {
      readonly type: 'AgendaDocumentRepinned';
      readonly data: OfItem & { readonly replaced: PinnedDocument; readonly document: PinnedDocument };
    }
  | { readonly type: 'AgendaDocumentUnpinned'; readonly data: OfItem & { readonly documentId: string } }
  /** BR-14: a priority that is not on the agenda carries a written reason. */
  | { readonly type: 'PriorityOmissionJustified'; readonly data: OfAgenda & { readonly theme: string; readonly reason: Bilingual } }
  /** An item came: the reason why there was none no longer stands. */
  | { readonly type: 'PriorityOmissionLifted'; readonly data: OfAgenda & { readonly theme: string } }
  | {
      readonly type: 'AgendaLateTopicListed';
      readonly data: OfAgenda & { readonly topicId: string; readonly topicReference: string; readonly listedBy: AccreditationId };
    }
  /** BR-12: only the Chair lets a late topic in. */
  | {
      readonly type: 'AgendaLateTopicRuled';
      readonly data: OfAgenda & {
        readonly topicId: string;
        readonly ruling: 'admitted' | 'refused';
        readonly reason: CodedReason;
        readonly ruledBy: AccreditationId;
        readonly ruledAt: Instant;
      };
    }
  /** daysBefore: calendar days before the first day of the meeting. */
  | {
      readonly type: 'AgendaFreezeScheduled';
      readonly data: OfAgenda & { readonly daysBefore: number; readonly due: Deadline; readonly dueAt: Instant };
    }
  | {
      readonly type: 'AgendaFrozen';
      readonly data: OfAgenda & {
        readonly rule: 'days_before' | 'by_hand';
        readonly frozenBy: AccreditationId;
        readonly frozenAt: Instant;
      };
    }
  | {
      readonly type: 'AgendaUnfrozen';
      readonly data: OfAgenda & { readonly reason: CodedReason; readonly unfrozenBy: AccreditationId; readonly unfrozenAt: Instant };
    };
