import type { Bilingual } from '../../../domain/src/index.ts';
import type { StructureView } from '../register.views.ts';
import type { ContributionView, GroupingView, MemberView } from '../views.ts';

/** What the record holds about one country, on a day. */
export interface CountryPage {
  readonly code: string;
  readonly inForceAt: string;
  /** Null on a day on which it was no Member. */
  readonly member: MemberView | null;
  readonly names: readonly { readonly name: Bilingual; readonly from: string }[];
  readonly groupings: readonly Pick<GroupingView, 'kind' | 'code' | 'name' | 'shortName'>[];
  readonly hostedStructures: readonly StructureView[];
  /** Of its region. */
  readonly regionalStructures: readonly StructureView[];
  /** `beneficiary`: named itself; `community`: one of its communities is; `mentioned`: a fact names it. */
  readonly projects: readonly {
    readonly projectId: string;
    readonly name: string;
    readonly as: 'beneficiary' | 'community' | 'mentioned';
  }[];
  /** What it sent, as far as the viewer may know. */
  readonly contributions: readonly ContributionView[];
}
