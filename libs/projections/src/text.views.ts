import type { Bilingual, CodedReason, Instant } from '../../domain/src/index.ts';

/** One of the two contributions of a pair. */
export interface DuplicateSide {
  readonly contributionId: string;
  readonly reference: string;
  readonly member: string;
  readonly memberName: Bilingual;
  readonly title: string;
  readonly language: 'en' | 'fr';
  readonly primaryTheme: string;
  readonly submittedAt: Instant;
}

/** Something that both say: the words as they stand in each text. */
export interface MatchingTerms {
  /** `notion`: the same thing under names that may differ, also across languages. */
  readonly kind: 'stem' | 'notion' | 'cognate';
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** Part of the likeness in per cent, rounded. */
  readonly share: number;
}

/** Two contributions of one kind that may say the same; `a` came first. */
export interface DuplicateSuggestion {
  readonly kind: 'practice' | 'topic';
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
  /** Hundredths; only for ranking pairs with each other. */
  readonly likeness: number;
  readonly matches: readonly MatchingTerms[];
  /** What a person ruled, or null; a pair that was ruled on is no longer offered. */
  readonly ruling: {
    readonly ruling: 'confirmed' | 'ruled_out';
    /** The contribution on whose record the ruling stands. */
    readonly ruledOn: string;
    readonly reason: CodedReason;
    readonly ruledBy: string;
    readonly ruledAt: Instant;
  } | null;
}

export interface DuplicateFilter {
  /** Pairs of one language, or across both; all unless told. */
  readonly languages?: 'same' | 'across';
  readonly kind?: 'practice' | 'topic';
  readonly contributionId?: string;
  /** Pairs that a person ruled on instead of those still to be looked at. */
  readonly ruling?: 'confirmed' | 'ruled_out';
}

/** A text that somebody is still writing. */
export interface WrittenDraft {
  readonly kind: 'practice' | 'topic';
  readonly language: 'en' | 'fr';
  readonly title: string;
  readonly text: string;
  readonly primaryTheme: string | null;
}

/** What may already say what a draft says. */
export interface DraftLikeness {
  readonly contribution: DuplicateSide;
  readonly likeness: number;
  /** `a`: in the draft; `b`: in the contribution. */
  readonly matches: readonly MatchingTerms[];
}

/** A theme that a text speaks for. */
export interface ThemeSuggestion {
  readonly code: string;
  readonly kind: 'priority' | 'crossCutting';
  readonly label: Bilingual;
  /** Hundredths; only for ranking the themes of one text. */
  readonly likelihood: number;
  /** The words that led to it, as they stand in the text. */
  readonly words: readonly string[];
}

export interface ThemeSuggestions {
  readonly themeSetId: string;
  readonly version: number;
  /** A priority, or null when nothing in the text speaks for one. */
  readonly primaryTheme: string | null;
  readonly secondaryThemes: readonly string[];
  /** Every theme that something speaks for, the likeliest first. */
  readonly themes: readonly ThemeSuggestion[];
}

/** One object that was found. */
export interface SearchHit {
  readonly kind: 'topic' | 'practice' | 'guidance' | 'agendaItem' | 'paragraph' | 'project' | 'structure' | 'member';
  /** As its own resource names it; a line of an agenda is `agenda/item`, a paragraph `document#B14`. */
  readonly id: string;
  /** The object it is part of, or itself. */
  readonly parent: string;
  /** Language in which title and excerpt are shown. */
  readonly language: 'en' | 'fr';
  readonly title: readonly { readonly text: string; readonly marked: boolean }[];
  /** The piece that says most about what was looked for. */
  readonly excerpt: readonly { readonly text: string; readonly marked: boolean }[];
}

/** What was found, as far as the viewer may know of it. */
export interface SearchAnswer {
  readonly items: readonly SearchHit[];
  readonly next: string | null;
  readonly total: number;
  /** `any`: nothing has all that was looked for, these have some of it. */
  readonly matched: 'all' | 'any' | 'none';
  /** Asked for, or told by the small words; null when neither. */
  readonly language: 'en' | 'fr' | null;
}
