import type { AccreditationId, Bilingual, CalendarDate, Deadline, Language, MemberCode, WorkingText } from '../kernel/index.ts';

/** What the body is asked to do with an item; several may be combined (row C8). */
export type ActionLabel = 'for_decision' | 'for_guidance' | 'for_discussion' | 'to_take_note';

/** What an item that no topic stands behind is for. */
export type AgendaProcedure = 'opening' | 'election' | 'adoption_of_agenda' | 'report' | 'presentation' | 'any_other_business' | 'closing';

export interface AgendaHeading {
  readonly headingId: string;
  /** 1, 2, 3 …, printed as a Roman number; never reused in this agenda. */
  readonly number: number;
  readonly title: Bilingual;
  /** The priority this heading stands for; null for opening, closing and the like. */
  readonly theme: string | null;
}

/** One language edition of a document, named by the hash of its bytes. */
export interface PinnedDocument {
  readonly documentId: string;
  /** Series and number without language and edition, `PC0410`. */
  readonly work: string;
  /** As printed, `PC0410E1`. */
  readonly symbol: string;
  readonly language: Language;
  /** SHA-256 of the bytes. */
  readonly contentHash: string;
}

export interface AgendaItemPlacement {
  readonly itemId: string;
  readonly headingId: string;
  /** `a`, `b` … `z`, `aa` …; never reused under its heading by another item. */
  readonly letter: string;
  readonly title: Bilingual;
  readonly actionLabels: readonly ActionLabel[];
  /** Set when it came after the deadline and the Chair let it in (BR-12); late stays late. */
  readonly list?: 'late';
  /** The agenda and item of an earlier meeting that it was carried forward from. */
  readonly carriedFrom?: { readonly agendaId: string; readonly itemId: string };
}

/** The topic behind an item. */
export interface AgendaItemTopic {
  readonly topicId: string;
  readonly topicReference: string;
  /** Hash of the topic edition that was placed. */
  readonly topicContentHash: string;
  readonly sponsors: readonly MemberCode[];
  readonly guidanceId: string;
}

interface ItemNotes {
  readonly annotation?: WorkingText;
  readonly documents?: readonly PinnedDocument[];
}

export type AgendaTopicItem = AgendaItemPlacement & AgendaItemTopic & ItemNotes;
export type AgendaProceduralItem = AgendaItemPlacement & { readonly procedure: AgendaProcedure } & ItemNotes;
export type AgendaItem = AgendaTopicItem | AgendaProceduralItem;

export interface AgendaRoom {
  readonly roomId: string;
  readonly name: Bilingual;
  /** Seats; null when not known. */
  readonly capacity: number | null;
}

export interface AgendaDay {
  readonly date: CalendarDate;
  readonly title: Bilingual;
}

/** Somebody on a slot: an accreditation, never a name. */
export interface AgendaSpeaker {
  readonly speakerId: string;
  readonly part: 'speaker' | 'moderator';
  readonly person: AccreditationId;
  readonly member: MemberCode | null;
  readonly standing: 'invited' | 'confirmed';
}

/** Half-open: it begins at `start` and is over at `end`. */
export interface AgendaSlot {
  readonly slotId: string;
  readonly roomId: string;
  readonly start: Deadline;
  readonly end: Deadline;
  readonly title: Bilingual;
  readonly itemIds: readonly string[];
  readonly speakers: readonly AgendaSpeaker[];
}

export interface AgendaProgramme {
  readonly days: readonly AgendaDay[];
  readonly rooms: readonly AgendaRoom[];
  readonly slots: readonly AgendaSlot[];
}

/** What an earlier version showed and this one does not (row C14). */
export interface AgendaCancellation {
  readonly kind: 'heading' | 'item' | 'slot';
  readonly id: string;
  /** `IX`, `IX - a`, or the wall time at which a slot would have begun. */
  readonly label: string;
  readonly title: Bilingual;
  readonly reasonCode: string;
}

/**
 * The frozen copy: everything a reader of the version sees, and nothing that can change under it. Members with a question mark are
 * left out when there is nothing to say, so that a version of an agenda that uses none of them keeps its bytes and its hash.
 */
export interface AgendaContent {
  readonly agendaId: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly headings: readonly (AgendaHeading & { readonly items: readonly AgendaItem[] })[];
  readonly omittedPriorities: readonly { readonly theme: string; readonly reason: Bilingual }[];
  readonly programme?: AgendaProgramme;
  readonly cancelled?: readonly AgendaCancellation[];
  /** BR-21: no longer a draft. */
  readonly final?: true;
}
