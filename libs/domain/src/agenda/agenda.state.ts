import type { AccreditationId, Bilingual, Deadline, Instant, Language, MemberCode, WorkingText } from '../kernel/index.ts';
import type { AgendaCancellation, AgendaContent, AgendaHeading, AgendaItem, AgendaProgramme } from './agenda.content.ts';
import type { CommentDisposition, CommentKind, CommentTarget } from './circulation.events.ts';
import type { AgendaOutcome } from './outcome.events.ts';
import type { AgendaClash, OtherMeeting } from './programme.events.ts';
import type { ParityWaiver } from './version.events.ts';

/** A version between proposal and publication. */
export interface PendingVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly changeNote: Bilingual;
  readonly proposedBy: AccreditationId;
  readonly approved: boolean;
  readonly final: boolean;
  readonly parityWaivers: readonly ParityWaiver[];
  readonly scheduledFor: Deadline | null;
  readonly embargo: Deadline | null;
}

/** What has to be remembered of a published version; the copy itself stands in its event. */
export interface PublishedVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly final: boolean;
  /** Languages in which something was missing with a named officer's leave. */
  readonly waived: readonly Language[];
  /** Ids of the headings, items and slots it showed. */
  readonly headingIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly slotIds: readonly string[];
}

export interface LateTopic {
  readonly topicId: string;
  readonly ruling: 'admitted' | 'refused' | null;
}

export interface Circulation {
  readonly circulationId: string;
  readonly version: number;
  readonly final: boolean;
  readonly addressees: readonly MemberCode[];
  readonly commentsUntil: Deadline | null;
}

export interface AgendaComment {
  readonly commentId: string;
  readonly target: CommentTarget;
  readonly kind: CommentKind;
  readonly member: MemberCode | null;
  readonly observer: boolean;
  readonly by: AccreditationId;
  readonly cosigners: readonly MemberCode[];
  readonly disposed: { readonly disposition: CommentDisposition; readonly reason: WorkingText } | null;
}

export interface RecordedOutcome extends AgendaOutcome {
  readonly revision: number;
  readonly correctableUntil: Instant;
  readonly corrections: readonly { readonly correctionId: string; readonly member: MemberCode }[];
}

export interface OpenAgendaState {
  readonly status: 'opened';
  readonly agendaId: string;
  readonly meeting: { readonly kind: 'conference' | 'session'; readonly id: string };
  /** As it was opened, and as it stands. */
  readonly openedAs: Bilingual;
  readonly title: Bilingual;
  readonly themeSetId: string | null;
  /** In the order of the agenda; items of all headings in one list. */
  readonly headings: readonly AgendaHeading[];
  readonly items: readonly AgendaItem[];
  /** Numbers and letters once given, whatever became of them. */
  readonly numbersGiven: number;
  readonly removedHeadings: readonly string[];
  readonly unpinned: readonly { readonly itemId: string; readonly documentId: string }[];
  readonly lettersGiven: readonly { readonly headingId: string; readonly itemId: string; readonly letter: string }[];
  readonly omitted: readonly { readonly theme: string; readonly reason: Bilingual }[];
  readonly lateTopics: readonly LateTopic[];
  readonly freezeDue: Deadline | null;
  readonly frozenAt: Instant | null;
  readonly programme: AgendaProgramme;
  readonly cancelledSlots: readonly string[];
  /** Declined or replaced. */
  readonly formerSpeakers: readonly string[];
  readonly otherMeetings: readonly OtherMeeting[];
  readonly clashes: readonly (AgendaClash & { readonly waived: boolean })[];
  /** Removed since it was on a published version. */
  readonly cancelled: readonly AgendaCancellation[];
  readonly pending: PendingVersion | null;
  readonly published: number;
  readonly versions: readonly PublishedVersion[];
  readonly adoptedVersion: number | null;
  readonly circulations: readonly Circulation[];
  readonly comments: readonly AgendaComment[];
  /** Ids of all comments, those taken back too. */
  readonly commentsGiven: readonly string[];
  readonly outcomes: readonly RecordedOutcome[];
  readonly presentations: readonly { readonly itemId: string; readonly sha256: string }[];
  readonly closed: boolean;
}

export type AgendaState = { readonly status: 'unopened' } | OpenAgendaState;

const isEmpty = ({ days, rooms, slots }: AgendaProgramme): boolean => days.length + rooms.length + slots.length === 0;

/** Everything a reader of the version will see, taken from the working agenda as it stands. */
export const contentOf = (state: OpenAgendaState, version: number, final = false): AgendaContent => {
  const { agendaId, title, headings, items, omitted, programme, cancelled } = state;
  return {
    agendaId,
    version,
    title,
    headings: headings.map((heading) => ({ ...heading, items: items.filter(({ headingId }) => headingId === heading.headingId) })),
    omittedPriorities: omitted,
    ...(isEmpty(programme) ? {} : { programme }),
    ...(cancelled.length === 0 ? {} : { cancelled }),
    ...(final ? { final } : {}),
  };
};
