import type {
  AccreditationId,
  AccreditationScope,
  AttachedFile,
  Bilingual,
  BusinessClock,
  ContributionContent,
  Instant,
  Role,
  Theme,
} from '../../domain/src/index.ts';
import type { CallView, GuidanceView } from './guidance.views.ts';
import type { ConferenceView, SessionView } from './meeting.views.ts';

/** Who it is that asks, when it is somebody accredited. */
interface Asking {
  readonly accreditationId?: AccreditationId;
  readonly role?: Role;
}

/** Whose eyes: decides which rows and which states a query may show. Nothing internal reaches an addressee. */
export type Viewer =
  /** observer: an accredited observer, who sees besides what everybody sees the answers to his own comments. */
  | ({ readonly kind: 'public'; readonly observer?: AccreditationId } & Asking)
  | ({ readonly kind: 'member'; readonly member: string } & Asking)
  /** Secretariat, Chair and auditors: everything but unreleased drafts. */
  | ({ readonly kind: 'internal' } & Asking);

/** A page of a list; `next` is an opaque cursor, null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
  /** Set when there are more than `total`: nothing is counted beyond 10,000. */
  readonly totalIsMore?: boolean;
}

/** Where the record stands: the first n ledgered events, the instant of the last one, and what has to be said with every page. */
export interface RecordStanding {
  readonly n: number;
  readonly lastOccurredAt: Instant | null;
  readonly origin: string | null;
  readonly clock: BusinessClock | null;
  /** Set while invented samples are part of the record. */
  readonly inventedSamples: { readonly note: Bilingual; readonly count: number } | null;
}

export interface DraftView {
  /** Files that will be filed with it when it is released. */
  readonly files: readonly { readonly attachmentId: string; readonly file: AttachedFile }[];
  readonly draftId: string;
  readonly member: string;
  readonly kind: 'practice' | 'topic';
  readonly guidanceId: string;
  readonly callId: string;
  readonly content: ContributionContent;
  readonly draftedBy: string;
  readonly savedAt: Instant;
  readonly revision: string;
}

export type * from './contribution.views.ts';
export type * from './agenda.views.ts';
export type * from './agenda-reading.views.ts';
export type * from './meeting.views.ts';
export type * from './register.views.ts';
export type * from './document.views.ts';
export type * from './guidance.views.ts';
export type * from './text.views.ts';
export type * from './triage.views.ts';
export type * from './coverage.views.ts';
export type * from './merge.views.ts';
export type * from './home.views.ts';
export type * from './statistics.views.ts';
export type * from './outcome.views.ts';
export type * from './chain.views.ts';
export type * from './follow-up.views.ts';
export type * from './calendar.views.ts';
export type * from './feed.views.ts';

export interface MemberView {
  readonly code: string;
  readonly name: Bilingual;
  readonly region: string;
  readonly accededOn: string;
  readonly correspondenceLanguage: 'en' | 'fr';
  readonly landlocked: boolean;
  readonly economicCommunities: readonly string[];
}

export interface GroupingView {
  readonly kind: 'region' | 'economicCommunity';
  readonly code: string;
  readonly name: Bilingual;
  readonly shortName: Bilingual;
  readonly members: readonly string[];
}

export interface ThemeSetView {
  readonly themeSetId: string;
  readonly version: number;
  readonly themes: readonly Theme[];
}

/** Any other reference fact, as recorded. */
export interface RegisterEntry {
  readonly id: string;
  readonly data: object;
}

export interface AccreditationView {
  readonly accreditationId: string;
  readonly role: string;
  readonly member: string | null;
  readonly status: 'nominated' | 'declined' | 'accredited' | 'suspended' | 'ended';
  readonly validFrom: Instant;
  readonly validUntil: Instant | null;
  /** Accreditation whose right it lends; null for a right of its own. */
  readonly delegatedBy: string | null;
  /** Null: everywhere. */
  readonly scope: AccreditationScope | null;
  readonly endedAt: Instant | null;
}

/** The first page: where the conference stands, what is asked and until when. */
export interface ConferenceStatus {
  readonly session: SessionView | null;
  readonly conference: ConferenceView | null;
  readonly call: CallView | null;
  readonly requests: readonly GuidanceView[];
  readonly themes: readonly Theme[];
  readonly agenda: {
    readonly agendaId: string;
    readonly version: number;
    readonly publishedAt: Instant;
    readonly itemCount: number;
  } | null;
  readonly memberCount: number;
  /** Received so far per priority theme and per region; counts of released contributions are public. */
  readonly byTheme: readonly { readonly theme: string; readonly topics: number; readonly practices: number }[];
  readonly byRegion: readonly {
    readonly region: string;
    readonly name: Bilingual;
    readonly contributions: number;
    readonly members: number;
    readonly memberCount: number;
  }[];
  readonly priorDecisions: readonly RegisterEntry[];
}
