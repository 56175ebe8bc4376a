import type { CitedParagraph } from '../register.views.ts';

/** Why a resource was found for a need; what it rests on is named, so that a reader can judge. */
export interface MatchReasons {
  readonly themes: readonly string[];
  readonly communities: readonly string[];
  readonly regions: readonly string[];
  /** The resource is for this very Member, or stands on its soil. */
  readonly forMember: boolean;
}

export interface ResourceMatch {
  readonly kind: 'project' | 'structure';
  readonly id: string;
  readonly name: string;
  /** Points: whole numbers, comparable within one answer only. */
  readonly score: number;
  readonly because: MatchReasons;
  /** Where the resource is spoken of. */
  readonly sources: readonly CitedParagraph[];
}

/** A donor that pays for projects found for the need. */
export interface DonorMatch {
  readonly donor: string;
  readonly score: number;
  readonly through: readonly string[];
}

/** What a Member brought forward, with what there is that could serve it (PC0410E1, paragraph 1). */
export interface NeedView {
  readonly contributionId: string;
  readonly kind: 'practice' | 'topic';
  readonly reference: string;
  readonly title: string;
  readonly member: string;
  readonly region: string | null;
  readonly themes: readonly string[];
  readonly communities: readonly string[];
  readonly projects: readonly ResourceMatch[];
  readonly structures: readonly ResourceMatch[];
  readonly donors: readonly DonorMatch[];
}

export interface NeedsFilter {
  readonly contributionId?: string;
  readonly member?: string;
  readonly theme?: string;
}

export interface NeedsAndResources {
  readonly needs: readonly NeedView[];
  /** Projects that are not over and were found for none of these needs. */
  readonly idle: readonly { readonly projectId: string; readonly name: string }[];
}
