import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { AccreditationCommand, AccreditationRejection } from './accreditation.commands.ts';
import type { AccreditationEvent, AccreditationGrant, DelegatedGrant } from './accreditation.events.ts';
import { evolveAccreditation, standingAt, type AccreditationState } from './accreditation.state.ts';
import type { Role } from './roles.ts';

type AccreditationDecision = Decision<AccreditationEvent, AccreditationRejection>;
type Held = Exclude<AccreditationState, { status: 'unknown' }>;
type Data<T extends AccreditationCommand['type']> = Extract<AccreditationCommand, { type: T }>['data'];
type LaterCommand = Exclude<AccreditationCommand, { type: 'NominateAccreditation' | 'GrantAccreditation' | 'DelegateAuthority' }>;

const forMember: readonly Role[] = ['drafter', 'contact_point', 'delegate', 'alternate'];
const nominated: readonly Role[] = ['drafter', 'delegate', 'alternate'];
const lends: readonly Role[] = ['contact_point', 'delegate'];
const lent: readonly Role[] = ['alternate', 'drafter'];

const checkGrant = ({ role, member, validFrom, validUntil }: AccreditationGrant): AccreditationRejection | null => {
  if (validUntil !== null && validUntil <= validFrom) return { code: 'accreditation.validity_reversed', validFrom, validUntil };
  if (forMember.includes(role) && member === null) return { code: 'accreditation.member_required', role };
  return !forMember.includes(role) && member !== null ? { code: 'accreditation.member_not_allowed', role } : null;
};

const grant = (data: AccreditationGrant, state: AccreditationState): AccreditationDecision => {
  if (state.status !== 'unknown') return same(state.grant, data) ? accept() : reject({ code: 'accreditation.already_granted' });
  const wrong = checkGrant(data);
  return wrong === null ? accept({ type: 'AccreditationGranted', data }) : reject(wrong);
};

const nominate = ({ grant: data, actor, now }: Data<'NominateAccreditation'>, state: AccreditationState): AccreditationDecision => {
  if (state.status !== 'unknown') return same(state.grant, data) ? accept() : reject({ code: 'accreditation.already_granted' });
  if (actor.member === null || actor.member !== data.member)
    return reject({ code: 'accreditation.foreign_member', member: data.member ?? '' });
  if (!nominated.includes(data.role)) return reject({ code: 'accreditation.cannot_delegate', role: data.role });
  const wrong = checkGrant(data);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'AccreditationNominated', data: { ...data, nominatedBy: actor.accreditationId, nominatedAt: now } });
};

/** A right is lent by who holds it in a role that lends; what was lent is not lent on. */
const checkLender = ({ grant: { role }, delegator, now }: Data<'DelegateAuthority'>): AccreditationRejection | null => {
  const standing = standingAt(delegator, now);
  if (!standing.valid) return { code: 'accreditation.delegator_not_valid' };
  if (!lends.includes(standing.role) || standing.delegatedBy !== null)
    return { code: 'accreditation.cannot_delegate', role: standing.role };
  return lent.includes(role) ? null : { code: 'accreditation.cannot_delegate', role };
};

/** It stays within the lender's Member and lasts no longer than his own right. */
const checkReach = ({ member, validFrom, validUntil }: DelegatedGrant, own: AccreditationGrant): AccreditationRejection | null => {
  if (member !== own.member) return { code: 'accreditation.foreign_member', member: member ?? '' };
  const isBeyond = validFrom < own.validFrom || (own.validUntil !== null && validUntil > own.validUntil);
  return isBeyond ? { code: 'accreditation.beyond_delegator', validFrom, validUntil } : null;
};

const delegate = (data: Data<'DelegateAuthority'>, state: AccreditationState): AccreditationDecision => {
  const { grant: lentGrant, delegator } = data;
  const { delegatedBy, ...own } = lentGrant;
  if (state.status !== 'unknown')
    return same(state.grant, own) && state.delegatedBy === delegatedBy ? accept() : reject({ code: 'accreditation.already_granted' });
  if (delegator.status === 'unknown') return reject({ code: 'accreditation.delegator_not_valid' });
  const wrong = checkLender(data) ?? checkGrant(lentGrant) ?? checkReach(lentGrant, delegator.grant);
  return wrong === null ? accept({ type: 'AccreditationDelegated', data: lentGrant }) : reject(wrong);
};

const wrongStage = ({ status }: Held, needed: string): AccreditationDecision =>
  reject({ code: 'accreditation.wrong_stage', stage: status, needed });

const decideNomination = (
  command: Extract<LaterCommand, { type: 'AccreditNominee' | 'DeclineNomination' }>,
  state: Held,
): AccreditationDecision => {
  const becomes = command.type === 'AccreditNominee' ? 'accredited' : 'declined';
  if (state.status === becomes) return accept();
  if (state.status !== 'nominated') return wrongStage(state, 'nominated');
  if (command.type === 'AccreditNominee') return accept({ type: 'AccreditationGranted', data: state.grant });
  const { now: declinedAt, reasonCode } = command.data;
  return accept({
    type: 'AccreditationNominationDeclined',
    data: { accreditationId: state.grant.accreditationId, declinedAt, reasonCode },
  });
};

const suspendOrReinstate = (
  command: Extract<LaterCommand, { type: 'SuspendAccreditation' | 'ReinstateAccreditation' }>,
  state: Held,
): AccreditationDecision => {
  const { accreditationId } = state.grant;
  const [needed, becomes] =
    command.type === 'SuspendAccreditation' ? (['accredited', 'suspended'] as const) : (['suspended', 'accredited'] as const);
  if (state.status === becomes) return accept();
  if (state.status !== needed) return wrongStage(state, needed);
  return command.type === 'SuspendAccreditation'
    ? accept({
        type: 'AccreditationSuspended',
        data: { accreditationId, suspendedAt: command.data.now, reasonCode: command.data.reasonCode },
      })
    : accept({ type: 'AccreditationReinstated', data: { accreditationId, reinstatedAt: command.data.now } });
};

const changeScope = ({ scope }: Data<'ChangeAccreditationScope'>, state: Held): AccreditationDecision => {
  if (state.grant.scope !== undefined && same(state.grant.scope, scope)) return accept();
  return state.status === 'ended' || state.status === 'declined'
    ? wrongStage(state, 'accredited')
    : accept({ type: 'AccreditationScopeChanged', data: { accreditationId: state.grant.accreditationId, scope } });
};

const end = ({ now: endedAt, reasonCode }: Data<'EndAccreditation'>, state: Held): AccreditationDecision =>
  state.status === 'ended'
    ? accept()
    : accept({ type: 'AccreditationEnded', data: { accreditationId: state.grant.accreditationId, endedAt, reasonCode } });

const recall = (data: Data<'RecallDelegation'>, state: Held): AccreditationDecision => {
  // Somebody else's people are like people that are not there.
  if (data.actor.member === null || data.actor.member !== state.grant.member) return reject({ code: 'accreditation.not_granted' });
  return state.delegatedBy === null ? reject({ code: 'accreditation.not_lent' }) : end(data, state);
};

const decideHeld = (command: LaterCommand, state: Held): AccreditationDecision => {
  switch (command.type) {
    case 'AccreditNominee':
    case 'DeclineNomination':
      return decideNomination(command, state);
    case 'SuspendAccreditation':
    case 'ReinstateAccreditation':
      return suspendOrReinstate(command, state);
    case 'ChangeAccreditationScope':
      return changeScope(command.data, state);
    case 'RecallDelegation':
      return recall(command.data, state);
    case 'EndAccreditation':
      return end(command.data, state);
  }
};

export const accreditationDecider: Decider<AccreditationState, AccreditationCommand, AccreditationEvent, AccreditationRejection> = {
  category: 'accreditation',
  initialState: { status: 'unknown' },
  evolve: evolveAccreditation,
  decide: (command, state) => {
    if (command.type === 'GrantAccreditation') return grant(command.data, state);
    if (command.type === 'NominateAccreditation') return nominate(command.data, state);
    if (command.type === 'DelegateAuthority') return delegate(command.data, state);
    return state.status === 'unknown' ? reject({ code: 'accreditation.not_granted' }) : decideHeld(command, state);
  },
};
