import type { Bilingual, Instant } from '../../domain/src/index.ts';

/** A paragraph as cited; `documentId` is null while no confirmed document of the register has it: kept as cited, and flagged. */
export interface CitedParagraph {
  readonly symbol: string;
  readonly paragraph: string;
  readonly documentId: string | null;
}

/** What a reader has to know about an entry; nothing is mended, everything is said. */
export type RegisterFlag =
  | { readonly code: 'stated_not_listed'; readonly statement: string; readonly stated: number; readonly listed: number }
  | { readonly code: 'source_dangling'; readonly symbol: string; readonly paragraph: string }
  | { readonly code: 'fact_disputed'; readonly fact: string }
  | { readonly code: 'fact_corrected'; readonly fact: string }
  /** A remark that came with the entry: cut paragraphs, odd spellings, missing dates. */
  | { readonly code: 'as_found'; readonly text: string };

export interface ProjectFactView {
  /** `donor-1`, `highlight-3`; `F1` and on for facts that were added later. */
  readonly factId: string;
  readonly what: string;
  readonly text: string;
  /** ISO 8601, reduced precision. */
  readonly date: string | null;
  readonly countries: readonly string[];
  /** Null where the register gives the project's paragraphs as a whole. */
  readonly source: CitedParagraph | null;
  readonly disputes: readonly { readonly reason: string; readonly member: string | null }[];
  readonly correction: { readonly text: string; readonly source: CitedParagraph } | null;
}

export interface ProjectView {
  readonly projectId: string;
  readonly kind: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly donors: readonly string[];
  readonly partners: readonly string[];
  readonly economicCommunities: readonly string[];
  readonly regions: readonly string[];
  readonly beneficiaries: readonly string[];
  /** True when the document names the grouping, not the countries. */
  readonly beneficiariesDerived: boolean;
  readonly components: readonly string[];
  readonly themes: readonly string[];
  readonly start: string | null;
  readonly end: string | null;
  readonly closedOn: string | null;
  /** Every paragraph that speaks of it. */
  readonly sources: readonly CitedParagraph[];
  readonly facts: readonly ProjectFactView[];
  readonly flags: readonly RegisterFlag[];
  readonly revision: string;
}

export interface ProjectFilter {
  readonly donor?: string;
  readonly community?: string;
  readonly country?: string;
  readonly component?: string;
  readonly region?: string;
  readonly theme?: string;
}

export interface StructureView {
  readonly structureId: string;
  readonly kind: string;
  readonly region: string | null;
  readonly name: string;
  readonly hostCity: string | null;
  readonly host: string | null;
  readonly establishedOn: string | null;
  readonly closedOn: string | null;
  /** As it was registered, year or date; null when it is not known. */
  readonly since: string | null;
  readonly confidence: string;
  readonly source: string | null;
  /** Reference into the directory of persons. */
  readonly contactPersonId: string | null;
  readonly revision: string;
}

/** How many structures of a kind a document states, and how many are listed; a difference is said, never mended. */
export interface StructureCountView {
  readonly kind: string;
  readonly name: Bilingual;
  readonly statement: string;
  readonly source: string;
  readonly stated: number | null;
  readonly listed: number;
  readonly differs: boolean;
}

export interface StructureDirectory {
  readonly inForceAt: string;
  readonly structures: readonly StructureView[];
  readonly counts: readonly StructureCountView[];
}

/** A version of a set of themes, and what it changed. */
export interface ThemeSetVersionView {
  readonly themeSetId: string;
  readonly version: number;
  readonly decidedBy: string;
  readonly publishedAt: Instant;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Contributions that stand classified under this version. */
  readonly classified: number;
}

/** One citation in a document, as written there. */
export interface DocumentReferenceView {
  /** Paragraph that cites; null for a document named as a whole. */
  readonly from: string | null;
  readonly raw: string;
  /** Symbol that is meant, when the text tells. */
  readonly symbol: string | null;
  /** The confirmed document that has the symbol; null while the reference dangles. */
  readonly documentId: string | null;
  readonly dangling: boolean;
}

/** A document of the register with what it cites and what cites it. */
export interface DocumentReferencesView {
  readonly documentId: string;
  readonly symbol: string | null;
  readonly cites: readonly DocumentReferenceView[];
  readonly citedBy: readonly { readonly documentId: string; readonly symbol: string | null; readonly from: string | null }[];
}

/** The graph of references: documents of the register, and symbols that are cited but not in it. */
export interface ReferenceGraph {
  readonly documents: readonly DocumentReferencesView[];
  readonly missing: readonly { readonly symbol: string; readonly citedBy: readonly string[] }[];
  readonly dangling: number;
}
