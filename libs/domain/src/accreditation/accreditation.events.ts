import type { AccreditationId, Instant, Language, MemberCode } from '../kernel/index.ts';
import type { Role } from './roles.ts';

/** Where a role reaches; an empty list is no limit. Data, looked up when a command is judged (row G1). */
export interface AccreditationScope {
  /** Bodies, `PTC`. */
  readonly bodies: readonly string[];
  readonly sessions: readonly string[];
  readonly themes: readonly string[];
}

export interface AccreditationGrant {
  readonly accreditationId: AccreditationId;
  readonly role: Role;
  /** The Member acted for; null for the Secretariat, the Chair, auditors and operators. */
  readonly member: MemberCode | null;
  readonly validFrom: Instant;
  /** First instant at which it no longer holds; null: until ended. */
  readonly validUntil: Instant | null;
  readonly language: Language;
  /** Absent: everywhere. */
  readonly scope?: AccreditationScope;
}

/** A grant that lends the right of another accreditation, and holds no longer than that one (row G2). */
export interface DelegatedGrant extends AccreditationGrant {
  readonly delegatedBy: AccreditationId;
  /** A lent right has an end. */
  readonly validUntil: Instant;
}

export type AccreditationEvent =
  /** The Member proposes somebody; he may act when the Secretariat has accredited him. */
  | {
      readonly type: 'AccreditationNominated';
      readonly data: AccreditationGrant & { readonly nominatedBy: AccreditationId; readonly nominatedAt: Instant };
    }
  | { readonly type: 'AccreditationNominationDeclined'; readonly data: Dated & { readonly declinedAt: Instant } }
  | { readonly type: 'AccreditationGranted'; readonly data: AccreditationGrant }
  | { readonly type: 'AccreditationDelegated'; readonly data: DelegatedGrant }
  | {
      readonly type: 'AccreditationScopeChanged';
      readonly data: { readonly accreditationId: AccreditationId; readonly scope: AccreditationScope };
    }
  | { readonly type: 'AccreditationSuspended'; readonly data: Dated & { readonly suspendedAt: Instant } }
  | {
      readonly type: 'AccreditationReinstated';
      readonly data: { readonly accreditationId: AccreditationId; readonly reinstatedAt: Instant };
    }
  | { readonly type: 'AccreditationEnded'; readonly data: Dated & { readonly endedAt: Instant } };

interface Dated {
  readonly accreditationId: AccreditationId;
  readonly reasonCode: string;
}
