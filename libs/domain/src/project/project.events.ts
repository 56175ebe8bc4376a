import type { AccreditationId, MemberCode, SourceParagraph } from '../kernel/index.ts';

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
  /** How many beneficiaries the document says there are, as read from the quoted words; absent or null when it says no number. */
  readonly beneficiariesStatedCount?: number | null;
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

/** A fact added later: a number of its own within the project, and where it was read. */
interface ProjectFact {
  readonly projectId: string;
  /** `F1`, `F2` … in the order of recording. */
  readonly factId: string;
  readonly source: SourceParagraph;
}

export type ProjectFactEvent =
  /** It goes by another name from a day on; the former one stays an alias. */
  | {
      readonly type: 'ProjectRenamed';
      readonly data: ProjectFact & { readonly from: string; readonly name: string; readonly inForceFrom: string | null };
    }
  | {
      readonly type: 'ProjectAgreementSigned';
      readonly data: ProjectFact & {
        readonly kind: string;
        readonly signedOn: string | null;
        readonly parties: readonly string[];
        readonly amount: string | null;
      };
    }
  | { readonly type: 'ProjectComponentDefined'; readonly data: ProjectFact & { readonly component: string } }
  | {
      readonly type: 'ProjectActivityReported';
      readonly data: ProjectFact & {
        readonly what: string;
        readonly date: string | null;
        readonly place: string | null;
        readonly countries: readonly string[];
      };
    }
  | {
      readonly type: 'ProjectBeneficiaryAdded';
      readonly data: ProjectFact & { readonly kind: 'country' | 'economicCommunity' | 'region'; readonly beneficiary: string };
    }
  | { readonly type: 'ProjectDonorJoined'; readonly data: ProjectFact & { readonly donor: string } }
  | { readonly type: 'ProjectExtended'; readonly data: ProjectFact & { readonly until: string } }
  | { readonly type: 'ProjectClosed'; readonly data: ProjectFact & { readonly closedOn: string; readonly evaluation: string | null } }
  | {
      readonly type: 'ProjectSuccessorProposed';
      readonly data: ProjectFact & { readonly successor: string; readonly successorId: string | null };
    };

export type ProjectEvent =
  | { readonly type: 'ProjectRegistered'; readonly data: ProjectRegistration }
  | ProjectFactEvent
  /** Somebody says that a fact is wrong; it stays, with the doubt beside it. */
  | {
      readonly type: 'ProjectFactDisputed';
      readonly data: {
        readonly projectId: string;
        readonly factId: string;
        readonly reason: string;
        readonly member: MemberCode | null;
        readonly disputedBy: AccreditationId;
      };
    }
  /** What it should say, with where that was read; the fact as first recorded stays. */
  | {
      readonly type: 'ProjectFactCorrected';
      readonly data: {
        readonly projectId: string;
        readonly factId: string;
        readonly correction: string;
        readonly source: SourceParagraph;
        readonly correctedBy: AccreditationId;
      };
    };
