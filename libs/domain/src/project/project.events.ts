/** One sentence of the working document about a project, verbatim, with its paragraph. No fact without a source. */
export interface ProjectHighlight {
  readonly paragraph: string;
  readonly quote: string;
  /** ISO 8601, reduced precision; `a/b` an interval. */
  readonly date: string | null;
  readonly countries: readonly string[];
}

export interface ProjectDate {
  readonly value: string;
  readonly precision: string;
  readonly what: string;
  readonly paragraph: string;
}

export interface ProjectRegistration {
  readonly projectId: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly donors: readonly string[];
  readonly partners: readonly string[];
  readonly economicCommunities: readonly string[];
  readonly regions: readonly string[];
  /** ISO alpha-2; `beneficiariesDerived` means that the document names the grouping, not the countries. */
  readonly beneficiaries: readonly string[];
  readonly beneficiariesDerived: boolean;
  readonly beneficiariesStated: string | null;
  readonly components: readonly string[];
  readonly start: string | null;
  readonly end: string | null;
  readonly otherDates: readonly ProjectDate[];
  readonly budget: string | null;
  readonly themes: readonly string[];
  readonly highlights: readonly ProjectHighlight[];
  /** What the register keeps as it found it: counts that disagree, cut paragraphs, missing dates. */
  readonly issues: readonly string[];
  readonly sourceSymbol: string;
}

export interface ProjectEvent {
  readonly type: 'ProjectRegistered';
  readonly data: ProjectRegistration;
}

export interface ProjectCommand {
  readonly type: 'RegisterProject';
  readonly data: ProjectRegistration;
}

export type ProjectRejection =
  | { readonly code: 'project.already_registered'; readonly project: string }
  | { readonly code: 'project.fact_without_source'; readonly project: string };
