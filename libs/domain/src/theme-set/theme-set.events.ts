import type { Bilingual } from '../kernel/index.ts';

export interface Theme {
  readonly code: string;
  readonly order: number;
  readonly kind: 'priority' | 'crossCutting';
  readonly label: Bilingual;
  readonly shortLabel: Bilingual;
  readonly keywords: { readonly en: readonly string[]; readonly fr: readonly string[] };
  /** Paragraph id it was read from (`B14`). */
  readonly sourceParagraph: string;
}

export interface ThemeSetPublication {
  readonly themeSetId: string;
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly decidedBy: string;
  readonly themes: readonly Theme[];
}

export interface ThemeSetEvent {
  readonly type: 'ThemeSetPublished';
  readonly data: ThemeSetPublication;
}

export interface ThemeSetCommand {
  readonly type: 'PublishThemeSet';
  readonly data: ThemeSetPublication;
}

export type ThemeSetRejection =
  | { readonly code: 'themes.version_gap'; readonly expected: number; readonly found: number }
  | { readonly code: 'themes.no_priority' }
  | { readonly code: 'themes.code_repeated'; readonly codes: readonly string[] };
