import type { AccreditationId, Instant, MemberCode } from '../kernel/index.ts';
import type { AccreditationEvent, AccreditationGrant, AccreditationScope } from './accreditation.events.ts';
import type { Role } from './roles.ts';

interface Held {
  readonly grant: AccreditationGrant;
  /** The accreditation whose right it lends; null for one of its own. */
  readonly delegatedBy: AccreditationId | null;
}

export type AccreditationState =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'nominated' | 'declined' | 'accredited' | 'suspended' } & Held)
  | ({ readonly status: 'ended'; readonly endedAt: Instant } & Held);

const withScope = (grant: AccreditationGrant, scope: AccreditationScope): AccreditationGrant => ({ ...grant, scope });

const evolveHeld = (
  state: Exclude<AccreditationState, { status: 'unknown' }>,
  event: Exclude<AccreditationEvent, { type: 'AccreditationNominated' | 'AccreditationGranted' | 'AccreditationDelegated' }>,
): AccreditationState => {
  const { grant, delegatedBy } = state;
  switch (event.type) {
    case 'AccreditationNominationDeclined':
      return { status: 'declined', grant, delegatedBy };
    case 'AccreditationScopeChanged':
      return { ...state, grant: withScope(grant, event.data.scope) };
    case 'AccreditationSuspended':
      return { status: 'suspended', grant, delegatedBy };
    case 'AccreditationReinstated':
      return { status: 'accredited', grant, delegatedBy };
    case 'AccreditationEnded':
      return { status: 'ended', grant, delegatedBy, endedAt: event.data.endedAt };
  }
};

export const evolveAccreditation = (state: AccreditationState, event: AccreditationEvent): AccreditationState => {
  switch (event.type) {
    case 'AccreditationNominated': {
      const { nominatedBy: _by, nominatedAt: _at, ...grant } = event.data;
      return { status: 'nominated', grant, delegatedBy: null };
    }
    case 'AccreditationGranted':
      return { status: 'accredited', grant: event.data, delegatedBy: null };
    case 'AccreditationDelegated': {
      const { delegatedBy, ...grant } = event.data;
      return { status: 'accredited', grant, delegatedBy };
    }
    case 'AccreditationNominationDeclined':
    case 'AccreditationScopeChanged':
    case 'AccreditationSuspended':
    case 'AccreditationReinstated':
    case 'AccreditationEnded':
      return state.status === 'unknown' ? state : evolveHeld(state, event);
  }
};

export type Standing =
  | {
      readonly valid: true;
      readonly role: Role;
      readonly member: MemberCode | null;
      /** It holds only while this one holds as well; null for a right of its own. */
      readonly delegatedBy: AccreditationId | null;
      /** Null: everywhere. */
      readonly scope: AccreditationScope | null;
    }
  | {
      readonly valid: false;
      readonly code:
        | 'accreditation.unknown'
        | 'accreditation.not_yet_accredited'
        | 'accreditation.not_yet_valid'
        | 'accreditation.suspended'
        | 'accreditation.expired'
        | 'accreditation.ended';
    };

const reasonWithout = {
  nominated: 'accreditation.not_yet_accredited',
  declined: 'accreditation.not_yet_accredited',
  suspended: 'accreditation.suspended',
  ended: 'accreditation.ended',
} as const;

/** Who an accreditation lets act at an instant: valid from `validFrom` on, no longer at `validUntil`, not while suspended, and not once ended. */
export const standingAt = (state: AccreditationState, now: Instant): Standing => {
  if (state.status === 'unknown') return { valid: false, code: 'accreditation.unknown' };
  if (state.status !== 'accredited') return { valid: false, code: reasonWithout[state.status] };
  const { role, member, validFrom, validUntil, scope } = state.grant;
  if (now < validFrom) return { valid: false, code: 'accreditation.not_yet_valid' };
  if (validUntil !== null && now >= validUntil) return { valid: false, code: 'accreditation.expired' };
  return { valid: true, role, member, delegatedBy: state.delegatedBy, scope: scope ?? null };
};

const admits = (allowed: readonly string[], found: readonly string[]): boolean =>
  allowed.length === 0 || found.length === 0 || found.some((value) => allowed.includes(value));

/** Whether an object lies where a role reaches: in one of its bodies, sessions and themes; what an object has none of limits nothing. */
export const isWithinScope = (scope: AccreditationScope | null, { bodies, sessions, themes }: Partial<AccreditationScope>): boolean =>
  scope === null || (admits(scope.bodies, bodies ?? []) && admits(scope.sessions, sessions ?? []) && admits(scope.themes, themes ?? []));
