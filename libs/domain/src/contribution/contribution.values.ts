import type { AccreditationId, Instant, Language, MemberCode } from '../kernel/index.ts';

/** A file that lies in the attachment store, by its content. */
export interface AttachmentReference {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** A national practice in parts that can be searched and compared (row A11). */
export interface PracticeAccount {
  readonly level: 'national' | 'regional';
  readonly context: string;
  /** Convention, tool or law it rests on. */
  readonly instrument: string;
  readonly measure: string;
  readonly result: string;
  readonly lessons: string;
}

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
  /** What the Member asks for; action unless told. What is for information never enters an agenda (row A9). */
  readonly purpose?: 'for_action' | 'for_information';
  readonly practice?: PracticeAccount;
  readonly attachments?: readonly AttachmentReference[];
}

/** By which way something reached the Secretariat that it entered for a Member; `split` for a part of what had come as one. */
export type EntryChannel = 'email' | 'note_verbale' | 'floor' | 'split';

/** What an entry claims to be until its Member has confirmed it (BR-13). */
export type EntryMark = 'as_received' | 'as_recorded';

export type LateRuling = 'on_agenda' | 'not_on_agenda';

/** A contribution as released by its Member: edition 1 with the full text, who drafted and who released. */
export interface ContributionRelease {
  readonly contributionId: string;
  /** What people quote, `KE-5K9Q2`: Member and five letters that follow from the id. */
  readonly reference: string;
  readonly edition: 1;
  readonly member: MemberCode;
  readonly guidanceId: string;
  readonly callId: string;
  /** The draft it was released from; of an entry made by an officer its own id. */
  readonly draftId: string;
  readonly content: ContributionContent;
  /** SHA-256 of the canonical JSON of `content`. */
  readonly contentHash: string;
  readonly draftedBy: AccreditationId;
  readonly releasedBy: AccreditationId;
  /** When it was released or, entered by an officer, when it had been received. */
  readonly submittedAt: Instant;
  /** Came after the deadline for new contributions: said once, true for ever (row A3). */
  readonly late?: true;
  /** What it is a part of, when the Secretariat divided a contribution. */
  readonly splitFrom?: string;
}

export interface ThemeAssignment {
  readonly primaryTheme: string;
  readonly secondaryThemes: readonly string[];
}

/** What a contribution must know of the call it answers. */
export interface CallFacts {
  readonly open: boolean;
  readonly guidanceIds: readonly string[];
  readonly closesForNew: Instant;
  readonly closesForEdits: Instant;
  /** What happens to input between the two; kept as late unless told. */
  readonly lateInput?: 'kept' | 'refused';
}

/** Facts about the world that a release is checked against, each read from its own stream right before. */
export interface ReleaseFacts {
  readonly now: Instant;
  readonly actorRole: string;
  /** Null when there is no such Member. */
  readonly memberAccededOn: string | null;
  /** The calendar date in Brussels. */
  readonly today: string;
  readonly call: CallFacts | null;
  /** What the request asks for; null when there is no such request or it is not open. */
  readonly guidanceExpects: 'practice' | 'topic' | null;
  readonly themes: readonly { readonly code: string; readonly kind: 'priority' | 'crossCutting' }[];
}

export type SubmissionRejection =
  | { readonly code: 'member.unknown'; readonly member: string }
  | { readonly code: 'member.not_yet_joined'; readonly member: string; readonly accededOn: string }
  | { readonly code: 'guidance.not_open'; readonly guidance: string }
  | { readonly code: 'guidance.expects_other_contribution'; readonly guidance: string; readonly expects: string }
  | { readonly code: 'call.not_open'; readonly call: string }
  | { readonly code: 'call.does_not_cover_request'; readonly call: string; readonly guidance: string }
  | { readonly code: 'call.closed_for_new'; readonly closedAt: Instant; readonly now: Instant }
  | EditsClosed
  /** A drafter prepares; the contact point, a delegate or an alternate releases (row A4). */
  | { readonly code: 'draft.drafter_cannot_release' }
  | { readonly code: 'draft.already_released' }
  | ThemeRejection;

export interface EditsClosed {
  readonly code: 'call.closed_for_edits';
  readonly closedAt: Instant;
  readonly now: Instant;
}

export type ThemeRejection =
  | { readonly code: 'theme.unknown'; readonly themes: readonly string[] }
  /** The cross-cutting tag never stands alone or first (BR-07). */
  | { readonly code: 'theme.primary_must_be_priority'; readonly theme: string }
  | { readonly code: 'theme.repeated'; readonly themes: readonly string[] };
