import type { Bilingual, CalendarDate, GuidanceStatus, PracticeAccount, WorkingText } from '../../domain/src/index.ts';
import type { ActionView, DecisionView } from './outcome.views.ts';

/** One contribution in the follow-up, with what became of it as far as the viewer may know. */
export interface FollowedContribution {
  readonly contributionId: string;
  readonly kind: 'practice' | 'topic';
  readonly reference: string;
  readonly member: string;
  readonly title: string;
  readonly stage: string;
  /** Null while no decision may be known. */
  readonly reasonCode: string | null;
  readonly agendaLine: { readonly agendaId: string; readonly version: number; readonly itemId: string; readonly label: string } | null;
  readonly href: string;
}

/** What the session is told of one request (domain.md §8.9). */
export interface FollowedRequest {
  readonly guidanceId: string;
  readonly ref: string;
  readonly text: string;
  readonly status: GuidanceStatus;
  readonly carriedFrom: string | null;
  readonly received: number;
  readonly members: number;
  readonly byRegion: readonly { readonly region: string; readonly contributions: number; readonly members: number }[];
  readonly byTheme: readonly { readonly theme: string; readonly contributions: number }[];
  /** How many stand where, by what the viewer may know. */
  readonly byStage: readonly { readonly stage: string; readonly contributions: number }[];
  readonly reachedAgenda: readonly FollowedContribution[];
  /** With the reason; a Member sees its own. */
  readonly didNotReachAgenda: readonly FollowedContribution[];
  /** Own contributions of the Member that looks; empty for everybody else. */
  readonly own: readonly FollowedContribution[];
  readonly outcomes: readonly {
    readonly itemId: string;
    readonly agendaId: string;
    readonly verb: string;
    readonly statement: WorkingText;
  }[];
  readonly decisions: readonly DecisionView[];
  readonly actions: readonly ActionView[];
  readonly href: string;
}

/** The follow-up document for one session, generated (row D8, UJ-14). */
export interface FollowUp {
  readonly sessionId: string;
  readonly label: Bilingual;
  readonly start: CalendarDate;
  /** The last day on which the document is in time. */
  readonly dueOn: CalendarDate;
  readonly requests: readonly FollowedRequest[];
  /** Requests that were carried over to this session and go on here. */
  readonly carriedIn: readonly FollowedRequest[];
}

export interface CompendiumFilter {
  /** A word of the instrument. */
  readonly instrument?: string;
  readonly theme?: string;
  readonly economicCommunity?: string;
  readonly level?: 'national' | 'regional';
  readonly member?: string;
}

/** One national practice of the compendium (row A11). */
export interface CompendiumEntry {
  readonly practiceId: string;
  readonly reference: string;
  readonly member: string;
  readonly memberName: Bilingual;
  readonly language: 'en' | 'fr';
  readonly title: string;
  readonly text: string;
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
  readonly economicCommunity: string | null;
  readonly account: PracticeAccount | null;
  readonly publishedAt: string | null;
}
