import type { Bilingual, MemberCode } from '../kernel/index.ts';

/** A WCO region or a Regional Economic Community: a named group of Members. */
export interface GroupingRegistration {
  readonly kind: 'region' | 'economicCommunity';
  readonly code: string;
  readonly name: Bilingual;
  readonly shortName: Bilingual;
  readonly members: readonly MemberCode[];
  /** States of the grouping that are not Members of the Organization (ISO alpha-2). */
  readonly outsiders: readonly string[];
  readonly seat: string | null;
  readonly establishedYear: number | null;
  /** Paragraph ids of the working document that name it (`A2a`). */
  readonly sourceParagraphs: readonly string[];
  readonly note: string | null;
}

export interface GroupingEvent {
  readonly type: 'GroupingRegistered';
  readonly data: GroupingRegistration;
}

export interface GroupingCommand {
  readonly type: 'RegisterGrouping';
  readonly data: GroupingRegistration;
}

export type GroupingRejection =
  | { readonly code: 'grouping.already_registered'; readonly grouping: string }
  | { readonly code: 'grouping.member_listed_twice'; readonly members: readonly MemberCode[] };
