import type { Bilingual, CalendarDate, Language, MemberCode } from '../kernel/index.ts';

export interface MemberRegistration {
  readonly code: MemberCode;
  readonly name: Bilingual;
  /** WCO region code: AMS, AP, ESA, EUR, MENA, WCA. */
  readonly region: string;
  readonly accededOn: CalendarDate;
  /** False when the date is not confirmed by a public source. */
  readonly accessionVerified: boolean;
  readonly correspondenceLanguage: Language;
  readonly landlocked: boolean;
  readonly kind: string;
  /** Codes of its Regional Economic Communities. */
  readonly economicCommunities: readonly string[];
}

/** What changes about a Member from a day on; the days before keep what they had (BR-25, BR-26). */
interface MemberChange {
  readonly code: MemberCode;
  /** First day on which it holds. */
  readonly inForceFrom: CalendarDate;
  /** Where it was read. */
  readonly source: string;
}

export type MemberEvent =
  | { readonly type: 'MemberRegistered'; readonly data: MemberRegistration }
  | { readonly type: 'MemberRenamed'; readonly data: MemberChange & { readonly name: Bilingual } }
  | { readonly type: 'MemberRegionChanged'; readonly data: MemberChange & { readonly region: string } }
  | { readonly type: 'MemberCommunityJoined'; readonly data: MemberChange & { readonly community: string } }
  /** From that day on it is no longer in the community. */
  | { readonly type: 'MemberCommunityLeft'; readonly data: MemberChange & { readonly community: string } }
  /** From that day on it is no longer a Member of the Organization. */
  | { readonly type: 'MemberLeft'; readonly data: MemberChange };
