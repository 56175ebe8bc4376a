import type { Actor, Instant } from '../kernel/index.ts';
import type { AccreditationGrant, AccreditationScope, DelegatedGrant } from './accreditation.events.ts';
import type { AccreditationState } from './accreditation.state.ts';
import type { Role } from './roles.ts';

interface WithReason {
  readonly now: Instant;
  readonly reasonCode: string;
}

export type AccreditationCommand =
  | {
      readonly type: 'NominateAccreditation';
      readonly data: { readonly grant: AccreditationGrant; readonly actor: Actor; readonly now: Instant };
    }
  | { readonly type: 'AccreditNominee'; readonly data: { readonly now: Instant } }
  | { readonly type: 'DeclineNomination'; readonly data: WithReason }
  | { readonly type: 'GrantAccreditation'; readonly data: AccreditationGrant }
  /** delegator: the accreditation whose right is lent, read right before. */
  | {
      readonly type: 'DelegateAuthority';
      readonly data: { readonly grant: DelegatedGrant; readonly delegator: AccreditationState; readonly now: Instant };
    }
  /** The Member that lent takes back what was lent. */
  | { readonly type: 'RecallDelegation'; readonly data: WithReason & { readonly actor: Actor } }
  | { readonly type: 'ChangeAccreditationScope'; readonly data: { readonly scope: AccreditationScope } }
  | { readonly type: 'SuspendAccreditation'; readonly data: WithReason }
  | { readonly type: 'ReinstateAccreditation'; readonly data: { readonly now: Instant } }
  | { readonly type: 'EndAccreditation'; readonly data: WithReason };

export type AccreditationRejection =
  | { readonly code: 'accreditation.already_granted' }
  | { readonly code: 'accreditation.not_granted' }
  | { readonly code: 'accreditation.validity_reversed'; readonly validFrom: Instant; readonly validUntil: Instant }
  /** These roles act for a Member and need one. */
  | { readonly code: 'accreditation.member_required'; readonly role: Role }
  | { readonly code: 'accreditation.member_not_allowed'; readonly role: Role }
  | { readonly code: 'accreditation.wrong_stage'; readonly stage: string; readonly needed: string }
  /** A Member proposes people of its own, for roles that act for it. */
  | { readonly code: 'accreditation.foreign_member'; readonly member: string }
  /** Who holds no right at that moment lends none. */
  | { readonly code: 'accreditation.delegator_not_valid' }
  | { readonly code: 'accreditation.cannot_delegate'; readonly role: Role }
  /** Only what was lent is taken back by whom it was lent from. */
  | { readonly code: 'accreditation.not_lent' }
  | { readonly code: 'accreditation.beyond_delegator'; readonly validFrom: Instant; readonly validUntil: Instant };
