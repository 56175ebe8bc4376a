import type { Bilingual } from '../../domain/src/index.ts';

/** How many submissions stand: received, and neither withdrawn nor divided into parts. */
export interface CoverageCounts {
  readonly topics: number;
  readonly practices: number;
}

/** One cell of a matrix. */
export interface CoverageCell extends CoverageCounts {
  readonly theme: string;
  /** Code of the region or of the Regional Economic Community. */
  readonly column: string;
  readonly isEmpty: boolean;
  /** The list of exactly these submissions, as far as the caller may know of each. */
  readonly href: string;
}

/** A column of a matrix: Members that sent something, of how many on the day. */
export interface CoverageColumn extends CoverageCounts {
  readonly code: string;
  readonly name: Bilingual;
  readonly members: number;
  readonly memberCount: number;
  readonly href: string;
}

/** A row of both matrices: one of the priorities. */
export interface CoverageTheme extends CoverageCounts {
  readonly code: string;
  readonly label: Bilingual;
  /** Topics of this theme that a published agenda shows. */
  readonly published: number;
  /** Why the agenda leaves it out (BR-14); null when nobody justified that. */
  readonly omission: Bilingual | null;
  readonly href: string;
}

/** What a call brought, by priority, region and community (rows C16, BR-15). */
export interface CoverageView {
  readonly callId: string;
  readonly conferenceId: string;
  readonly total: CoverageCounts;
  readonly landlocked: CoverageCounts & {
    /** Submissions of landlocked Members in a thousand. */
    readonly perMille: number;
    readonly members: number;
    readonly memberCount: number;
    readonly href: string;
  };
  readonly themes: readonly CoverageTheme[];
  readonly regions: readonly CoverageColumn[];
  readonly communities: readonly CoverageColumn[];
  /** Themes × regions, row by row. */
  readonly byRegion: readonly CoverageCell[];
  /** Themes × communities, row by row; a Member may be in several. */
  readonly byCommunity: readonly CoverageCell[];
}
