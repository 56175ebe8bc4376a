import type { Actor, Bilingual, Instant, MemberCode } from '../kernel/index.ts';
import type { ActionLabel, AgendaContent } from './agenda.events.ts';

/** Facts about the topic to be placed, read from its own stream right before; null when there is none. */
export interface PlaceableTopic {
  readonly topicId: string;
  readonly stage: string;
  readonly reference: string;
  readonly contentHash: string;
  readonly member: MemberCode;
  readonly guidanceId: string;
}

export type AgendaCommand =
  | {
      readonly type: 'OpenAgenda';
      readonly data: { readonly agendaId: string; readonly conferenceId: string; readonly title: Bilingual; readonly themeSetId: string };
    }
  | {
      readonly type: 'AddAgendaHeading';
      readonly data: {
        readonly headingId: string;
        readonly title: Bilingual;
        readonly theme: string | null;
        readonly priorities: readonly string[];
      };
    }
  | {
      readonly type: 'AddAgendaItem';
      readonly data: {
        readonly itemId: string;
        readonly headingId: string;
        readonly title: Bilingual;
        readonly actionLabels: readonly ActionLabel[];
        readonly topic: PlaceableTopic | null;
      };
    }
  | {
      readonly type: 'JustifyPriorityOmission';
      readonly data: { readonly theme: string; readonly reason: Bilingual; readonly priorities: readonly string[] };
    }
  /** priorities: the theme codes of kind "priority"; hashOf: SHA-256 of the canonical JSON of a version's content. */
  | {
      readonly type: 'ProposeAgendaVersion';
      readonly data: {
        readonly actor: Actor;
        readonly now: Instant;
        readonly changeNote: Bilingual;
        readonly priorities: readonly string[];
        readonly hashOf: (content: AgendaContent) => string;
      };
    }
  | { readonly type: 'ReturnAgendaVersion'; readonly data: { readonly actor: Actor; readonly remark: string } }
  /** contentHash: what the approver has seen; it must be what was proposed. */
  | { readonly type: 'ApproveAgendaVersion'; readonly data: { readonly actor: Actor; readonly now: Instant; readonly contentHash: string } }
  | {
      readonly type: 'PublishAgendaVersion';
      readonly data: { readonly now: Instant; readonly hashOf: (content: AgendaContent) => string };
    };

export type AgendaRejection =
  | { readonly code: 'agenda.already_open'; readonly agenda: string }
  | { readonly code: 'agenda.not_found' }
  | { readonly code: 'agenda.title_missing_language'; readonly missing: readonly ('en' | 'fr')[] }
  | { readonly code: 'agenda.heading_unknown'; readonly heading: string }
  | { readonly code: 'agenda.action_label_missing' }
  | { readonly code: 'agenda.topic_not_found' }
  | { readonly code: 'agenda.topic_not_accepted'; readonly stage: string }
  | { readonly code: 'agenda.topic_already_placed'; readonly item: string }
  | { readonly code: 'agenda.theme_not_a_priority'; readonly theme: string }
  | { readonly code: 'agenda.theme_already_has_heading'; readonly theme: string }
  | { readonly code: 'agenda.priority_is_on_agenda'; readonly theme: string }
  /** The working agenda stands still while a version waits for approval or publication. */
  | { readonly code: 'agenda.version_pending'; readonly version: number }
  | { readonly code: 'agenda.no_item' }
  /** BR-14: lists every priority that has neither an item nor a reason. */
  | { readonly code: 'agenda.priority_unaccounted'; readonly themes: readonly string[] }
  | { readonly code: 'agenda.no_version_proposed' }
  | { readonly code: 'agenda.version_not_approved'; readonly version: number }
  /** BR-17 */
  | { readonly code: 'agenda.proposer_cannot_approve' }
  | { readonly code: 'agenda.content_differs'; readonly proposed: string; readonly seen: string }
  | { readonly code: 'reason.text_missing' };
