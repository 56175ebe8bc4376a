/** What an office document or a page says of one paragraph, before it is written as text. */
export type Piece =
  /** `rank`: the smaller, the more it stands out; `style`: the document itself calls it so. */
  | { readonly kind: 'heading'; readonly text: string; readonly rank: number; readonly style: 'title' | 'subtitle' | null }
  /** `label` as printed without its full stop: `12`, `3 bis`. */
  | { readonly kind: 'numbered'; readonly label: string; readonly text: string }
  /** `label`: a letter or another mark that is quoted; null for a dot or a dash. */
  | { readonly kind: 'bullet'; readonly label: string | null; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'footnote'; readonly mark: string; readonly text: string };

/** What could not be taken over, for the person who confirms. */
export interface ConversionWarning {
  readonly code: ConversionWarningCode;
  readonly message: string;
}

export type ConversionWarningCode =
  | 'TRACKED_CHANGES'
  | 'HIDDEN_TEXT'
  | 'IMAGE_LEFT_OUT'
  | 'OBJECT_LEFT_OUT'
  | 'TEXT_BOX'
  | 'RIGHT_TO_LEFT_TEXT'
  | 'ROTATED_TEXT'
  | 'PAGE_WITHOUT_TEXT';

/** A document as pieces in reading order. */
export interface Pieces {
  /** Symbol of the running page header, when it has one. */
  readonly symbol: string | null;
  readonly pieces: readonly Piece[];
  readonly warnings: readonly ConversionWarning[];
}
