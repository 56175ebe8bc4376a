import type { Actor, Bilingual, CodedReason, Deadline, Instant, MemberCode, WorkingText } from '../kernel/index.ts';
import type { ActionLabel, AgendaProcedure, PinnedDocument } from './agenda.content.ts';

/** Facts about the topic to be placed, read from its own stream right before; null when there is none. */
export interface PlaceableTopic {
  readonly topicId: string;
  readonly stage: string;
  readonly reference: string;
  readonly contentHash: string;
  readonly member: MemberCode;
  readonly guidanceId: string;
  /** Every sponsor, first received leading (BR-09); the Member alone unless told. */
  readonly sponsors?: readonly MemberCode[];
  /** It was sent for information only. */
  readonly forInformation?: boolean;
  /** It came after the deadline; ruled: the Chair let it on an agenda all the same. */
  readonly late?: boolean;
  readonly ruled?: boolean;
}

/** What an agenda closed with, read from its own stream: an item that was carried forward to this session; null when it was not. */
export interface CarriedItem {
  readonly agendaId: string;
  readonly itemId: string;
  readonly carriedTo: string;
  /** Null for an item that no topic stood behind. */
  readonly topic: PlaceableTopic | null;
}

interface Placing {
  readonly itemId: string;
  readonly headingId: string;
  readonly title: Bilingual;
  /** What is only for information never comes on an agenda; it is said here so that it can be refused with the reason. */
  readonly actionLabels: readonly (ActionLabel | 'for_information')[];
}

export type BuildingCommand =
  | {
      readonly type: 'OpenAgenda';
      readonly data: { readonly agendaId: string; readonly conferenceId: string; readonly title: Bilingual; readonly themeSetId: string };
    }
  | {
      readonly type: 'OpenSessionAgenda';
      readonly data: {
        readonly agendaId: string;
        readonly sessionId: string;
        readonly title: Bilingual;
        readonly themeSetId: string | null;
      };
    }
  | { readonly type: 'RetitleAgenda'; readonly data: { readonly title: Bilingual } }
  | {
      readonly type: 'AddAgendaHeading';
      readonly data: {
        readonly headingId: string;
        readonly title: Bilingual;
        readonly theme: string | null;
        readonly priorities: readonly string[];
      };
    }
  | { readonly type: 'RetitleAgendaHeading'; readonly data: { readonly headingId: string; readonly title: Bilingual } }
  /** before: the heading it shall stand before; null for the end. */
  | { readonly type: 'MoveAgendaHeading'; readonly data: { readonly headingId: string; readonly before: string | null } }
  | { readonly type: 'RemoveAgendaHeading'; readonly data: { readonly headingId: string; readonly reason: CodedReason } }
  | { readonly type: 'AddAgendaItem'; readonly data: Placing & { readonly topic: PlaceableTopic | null } }
  | { readonly type: 'AddProceduralAgendaItem'; readonly data: Placing & { readonly procedure: AgendaProcedure } }
  | { readonly type: 'CarryAgendaItem'; readonly data: Placing & { readonly carried: CarriedItem | null } }
  /** before: the item of that heading that it shall stand before; null for the end. */
  | {
      readonly type: 'MoveAgendaItem';
      readonly data: { readonly itemId: string; readonly headingId: string; readonly before: string | null };
    }
  | { readonly type: 'RetitleAgendaItem'; readonly data: { readonly itemId: string; readonly title: Bilingual } }
  | { readonly type: 'AnnotateAgendaItem'; readonly data: { readonly itemId: string; readonly annotation: WorkingText } }
  | { readonly type: 'ChangeAgendaActionLabels'; readonly data: Pick<Placing, 'itemId' | 'actionLabels'> }
  /** omission: why its priority is then left out, when it is the last item of one (BR-14). */
  | {
      readonly type: 'RemoveAgendaItem';
      readonly data: { readonly itemId: string; readonly reason: CodedReason; readonly omission: Bilingual | null };
    }
  | { readonly type: 'RefreshAgendaItemTopic'; readonly data: { readonly itemId: string; readonly topic: PlaceableTopic | null } }
  /** document: null when it does not exist or was not confirmed. */
  | { readonly type: 'PinAgendaDocument'; readonly data: { readonly itemId: string; readonly document: PinnedDocument | null } }
  | { readonly type: 'UnpinAgendaDocument'; readonly data: { readonly itemId: string; readonly documentId: string } }
  | {
      readonly type: 'JustifyPriorityOmission';
      readonly data: { readonly theme: string; readonly reason: Bilingual; readonly priorities: readonly string[] };
    }
  | { readonly type: 'ListLateAgendaTopic'; readonly data: { readonly actor: Actor; readonly topic: PlaceableTopic | null } }
  | {
      readonly type: 'RuleOnLateAgendaTopic';
      readonly data: {
        readonly actor: Actor;
        readonly now: Instant;
        readonly topicId: string;
        readonly ruling: 'admitted' | 'refused';
        readonly reason: CodedReason;
      };
    }
  | {
      readonly type: 'ScheduleAgendaFreeze';
      /** due: null while the meeting has no dates. */
      readonly data: { readonly now: Instant; readonly daysBefore: number; readonly due: Deadline | null };
    }
  | {
      readonly type: 'FreezeAgenda';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly rule: 'days_before' | 'by_hand' };
    }
  | {
      readonly type: 'UnfreezeAgenda';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly reason: CodedReason };
    };
