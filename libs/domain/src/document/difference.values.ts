/** Paragraphs are named by their ids, the texts stay in the two editions. */
export interface DocumentDifference {
  /** Names of header fields. */
  readonly header: readonly string[];
  /** Ids in the later edition. */
  readonly added: readonly string[];
  /** Ids in the earlier edition. */
  readonly removed: readonly string[];
  /** Other words in the same place. */
  readonly changed: readonly Renamed[];
  /** The same words under another number. */
  readonly renumbered: readonly Renamed[];
  readonly unchanged: number;
  /** Refs of requests, `GR-1`. */
  readonly requests: { readonly added: readonly string[]; readonly removed: readonly string[]; readonly changed: readonly string[] };
}

export interface Renamed {
  readonly from: string;
  readonly to: string;
}
