import { accept, reject, same, type Decider, type Decision, type Instant, type MemberCode } from '../kernel/index.ts';
import type { AccreditationCommand, AccreditationEvent, AccreditationGrant, AccreditationRejection } from './accreditation.events.ts';
import type { Role } from './roles.ts';

export type AccreditationState =
  | { readonly status: 'unknown' }
  | { readonly status: 'accredited'; readonly grant: AccreditationGrant }
  | { readonly status: 'ended'; readonly grant: AccreditationGrant; readonly endedAt: Instant };

type AccreditationDecision = Decision<AccreditationEvent, AccreditationRejection>;

const actsForMember = (role: Role): boolean => ['drafter', 'contact_point', 'delegate', 'alternate'].includes(role);

const grant = (data: AccreditationGrant, state: AccreditationState): AccreditationDecision => {
  if (state.status !== 'unknown') return same(state.grant, data) ? accept() : reject({ code: 'accreditation.already_granted' });
  const { role, member, validFrom, validUntil } = data;
  if (validUntil !== null && validUntil <= validFrom) return reject({ code: 'accreditation.validity_reversed', validFrom, validUntil });
  if (actsForMember(role) && member === null) return reject({ code: 'accreditation.member_required', role });
  if (!actsForMember(role) && member !== null) return reject({ code: 'accreditation.member_not_allowed', role });
  return accept({ type: 'AccreditationGranted', data });
};

export const accreditationDecider: Decider<AccreditationState, AccreditationCommand, AccreditationEvent, AccreditationRejection> = {
  category: 'accreditation',
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'AccreditationGranted':
        return { status: 'accredited', grant: event.data };
      case 'AccreditationEnded':
        return state.status === 'unknown' ? state : { status: 'ended', grant: state.grant, endedAt: event.data.endedAt };
    }
  },
  decide: (command, state) => {
    if (command.type === 'GrantAccreditation') return grant(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'accreditation.not_granted' });
    if (state.status === 'ended') return accept();
    const { now, reasonCode } = command.data;
    return accept({ type: 'AccreditationEnded', data: { accreditationId: state.grant.accreditationId, endedAt: now, reasonCode } });
  },
};

export type Standing =
  | { readonly valid: true; readonly role: Role; readonly member: MemberCode | null }
  | {
      readonly valid: false;
      readonly code: 'accreditation.unknown' | 'accreditation.not_yet_valid' | 'accreditation.expired' | 'accreditation.ended';
    };

/** Who an accreditation lets act at an instant: valid from `validFrom` on, no longer at `validUntil`, and not once ended. */
export const standingAt = (state: AccreditationState, now: Instant): Standing => {
  if (state.status === 'unknown') return { valid: false, code: 'accreditation.unknown' };
  if (state.status === 'ended') return { valid: false, code: 'accreditation.ended' };
  const { role, member, validFrom, validUntil } = state.grant;
  if (now < validFrom) return { valid: false, code: 'accreditation.not_yet_valid' };
  if (validUntil !== null && now >= validUntil) return { valid: false, code: 'accreditation.expired' };
  return { valid: true, role, member };
};
