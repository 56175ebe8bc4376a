import type { Bilingual, Deadline, WorkingText } from '../../kernel/index.ts';
import type { ActionLabel, AgendaSpeaker, PinnedDocument } from '../agenda.content.ts';

interface Changed<T> {
  readonly from: T;
  readonly to: T;
}

interface OfHeading {
  readonly headingId: string;
  /** As it is printed in the later version, `IX`; in the earlier one for what is no longer there. */
  readonly label: string;
}

interface OfItem {
  readonly itemId: string;
  /** As it is printed in the later version, `IX - a`; in the earlier one for what is no longer there. */
  readonly label: string;
}

interface OfSlot {
  readonly slotId: string;
}

interface Titled {
  readonly title: Bilingual;
}

/** Where something stands now: behind this one, or first when there is none. */
interface Standing {
  readonly after: string | null;
}

export interface ItemPlace {
  readonly headingId: string;
  readonly label: string;
}

/** What stands behind an item. */
export interface ItemTopicEdition {
  readonly reference: string;
  readonly contentHash: string;
  readonly sponsors: readonly string[];
}

/** One thing that a reader of both versions finds different. */
export type AgendaChange =
  | ({ readonly change: 'agenda_retitled' } & Changed<Bilingual>)
  | { readonly change: 'agenda_became_final' }
  | ({ readonly change: 'heading_added' } & OfHeading & Titled & Standing)
  | ({ readonly change: 'heading_dropped' } & OfHeading & Titled)
  | ({ readonly change: 'heading_moved' } & OfHeading & Titled & Standing)
  | ({ readonly change: 'heading_retitled' } & OfHeading & Changed<Bilingual>)
  | ({ readonly change: 'heading_renumbered'; readonly headingId: string } & Changed<string>)
  | ({ readonly change: 'heading_theme_changed' } & OfHeading & Changed<string | null>)
  | ({ readonly change: 'item_added'; readonly headingId: string } & OfItem & Titled & Standing)
  | ({ readonly change: 'item_dropped' } & OfItem & Titled)
  /** Under another heading, or to another place under its own; never told as dropped and added. */
  | ({ readonly change: 'item_moved'; readonly itemId: string } & Titled & Standing & Changed<ItemPlace>)
  | ({ readonly change: 'item_retitled' } & OfItem & Changed<Bilingual>)
  /** Another letter under the same heading; a moved item is told as moved. */
  | ({ readonly change: 'item_renumbered'; readonly itemId: string } & Changed<string>)
  | ({ readonly change: 'action_labels_changed' } & OfItem & Changed<readonly ActionLabel[]>)
  | ({ readonly change: 'annotation_changed' } & OfItem & Changed<WorkingText | null>)
  | ({ readonly change: 'topic_edition_changed' } & OfItem & Changed<ItemTopicEdition | null>)
  | ({ readonly change: 'document_added'; readonly document: PinnedDocument } & OfItem)
  | ({ readonly change: 'document_dropped'; readonly document: PinnedDocument } & OfItem)
  | ({ readonly change: 'document_edition_changed' } & OfItem & Changed<PinnedDocument>)
  | { readonly change: 'omission_added'; readonly theme: string; readonly reason: Bilingual }
  | { readonly change: 'omission_dropped'; readonly theme: string; readonly reason: Bilingual }
  | ({ readonly change: 'omission_reworded'; readonly theme: string } & Changed<Bilingual>)
  | ({ readonly change: 'day_added'; readonly date: string } & Titled)
  | ({ readonly change: 'day_dropped'; readonly date: string } & Titled)
  | ({ readonly change: 'day_retitled'; readonly date: string } & Changed<Bilingual>)
  | { readonly change: 'room_added'; readonly roomId: string; readonly name: Bilingual }
  | { readonly change: 'room_dropped'; readonly roomId: string; readonly name: Bilingual }
  | ({ readonly change: 'slot_added'; readonly start: Deadline } & OfSlot & Titled)
  | ({ readonly change: 'slot_dropped'; readonly start: Deadline } & OfSlot & Titled)
  | ({ readonly change: 'slot_retitled' } & OfSlot & Changed<Bilingual>)
  | ({ readonly change: 'slot_time_changed' } & OfSlot & Changed<{ readonly start: Deadline; readonly end: Deadline }>)
  | ({ readonly change: 'slot_room_changed' } & OfSlot & Changed<string>)
  | ({ readonly change: 'slot_items_changed' } & OfSlot & Changed<readonly string[]>)
  | ({ readonly change: 'speaker_added'; readonly speaker: AgendaSpeaker } & OfSlot)
  | ({ readonly change: 'speaker_dropped'; readonly speaker: AgendaSpeaker } & OfSlot)
  /** Confirmed, or another person in the same part. */
  | ({ readonly change: 'speaker_changed' } & OfSlot & Changed<AgendaSpeaker>);

/** What a reader may want to leave out of a comparison. */
export const differenceAspects = [
  'numbering',
  'order',
  'titles',
  'labels',
  'annotations',
  'topics',
  'documents',
  'omissions',
  'times',
  'rooms',
  'speakers',
] as const;

export type DifferenceAspect = (typeof differenceAspects)[number];

/** Two versions of one agenda and everything in which they differ, in the order of the agenda. */
export interface AgendaDifference {
  readonly agendaId: string;
  readonly from: number;
  readonly to: number;
  readonly ignored: readonly DifferenceAspect[];
  readonly changes: readonly AgendaChange[];
}
