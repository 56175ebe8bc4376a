import type { AccreditationId, Instant, Language, MemberCode } from '../kernel/index.ts';

/** What a Member writes. Text is NFC once at the door and never altered again (BR-05). */
export interface ContributionContent {
  /** The language it is written in (BR-06). */
  readonly language: Language;
  /** 1 to 300 characters. */
  readonly title: string;
  /** 1 to 20,000 characters. */
  readonly text: string;
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
  /** Regional Economic Community it speaks about, if any. */
  readonly economicCommunity: string | null;
}

/** A contribution as released by its Member: edition 1 with the full text, who drafted and who released. */
export interface ContributionRelease {
  readonly contributionId: string;
  /** What people quote, `KE-5K9Q2`: Member and five letters that follow from the id. */
  readonly reference: string;
  readonly edition: 1;
  readonly member: MemberCode;
  readonly guidanceId: string;
  readonly callId: string;
  readonly draftId: string;
  readonly content: ContributionContent;
  /** SHA-256 of the canonical JSON of `content`. */
  readonly contentHash: string;
  readonly draftedBy: AccreditationId;
  readonly releasedBy: AccreditationId;
  readonly submittedAt: Instant;
}

export interface ThemeAssignment {
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
}

/** Facts about the world that a release is checked against, each read from its own stream right before. */
export interface ReleaseFacts {
  readonly now: Instant;
  readonly actorRole: string;
  /** Null when there is no such Member. */
  readonly memberAccededOn: string | null;
  /** The calendar date in Brussels. */
  readonly today: string;
  readonly call: { readonly open: boolean; readonly guidanceIds: readonly string[]; readonly closesForNew: Instant } | null;
  /** What the request asks for; null when there is no such request or it is not open. */
  readonly guidanceExpects: 'practice' | 'topic' | null;
  readonly themes: readonly { readonly code: string; readonly kind: 'priority' | 'crossCutting' }[];
}

export type ReleaseRejection =
  | { readonly code: 'member.unknown'; readonly member: string }
  | { readonly code: 'member.not_yet_joined'; readonly member: string; readonly accededOn: string }
  | { readonly code: 'guidance.not_open'; readonly guidance: string }
  | { readonly code: 'guidance.expects_other_contribution'; readonly guidance: string; readonly expects: string }
  | { readonly code: 'call.not_open'; readonly call: string }
  | { readonly code: 'call.does_not_cover_request'; readonly call: string; readonly guidance: string }
  | { readonly code: 'call.closed_for_new'; readonly closedAt: Instant; readonly now: Instant }
  /** A drafter prepares; the contact point, a delegate or an alternate releases (row A4). */
  | { readonly code: 'draft.drafter_cannot_release' }
  | { readonly code: 'draft.already_released' }
  | ThemeRejection;

export type ThemeRejection =
  | { readonly code: 'theme.unknown'; readonly themes: readonly string[] }
  /** The cross-cutting tag never stands alone or first (BR-07). */
  | { readonly code: 'theme.primary_must_be_priority'; readonly theme: string }
  | { readonly code: 'theme.repeated'; readonly themes: readonly string[] };
