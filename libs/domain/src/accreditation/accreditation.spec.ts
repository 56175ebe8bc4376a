import { describe, expect, it } from '@jest/globals';
import { at, member, noon, who } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import {
  accreditationDecider,
  isWithinScope,
  standingAt,
  type AccreditationCommand,
  type AccreditationEvent,
  type AccreditationGrant,
  type AccreditationState,
  type DelegatedGrant,
} from './index.ts';

const given = specFor(accreditationDecider);
const [head, kim] = [who('head', 'KE'), who('kim', 'KE')];
const { accreditationId } = kim;
const [until, early, late] = [at('2015-06-30T22:00:00.000Z'), at('2015-02-10T11:59:59.999Z'), at('2015-06-30T22:00:00.001Z')];
const grant: AccreditationGrant = {
  accreditationId,
  role: 'delegate',
  member: member('KE'),
  validFrom: noon,
  validUntil: until,
  language: 'en',
};
const reasonCode = 'left_office';
const nominate = (more: Partial<AccreditationGrant> = {}, actor = head): AccreditationCommand => ({
  type: 'NominateAccreditation',
  data: { grant: { ...grant, ...more }, actor, now: noon },
});
const nominated: AccreditationEvent = {
  type: 'AccreditationNominated',
  data: { ...grant, nominatedBy: head.accreditationId, nominatedAt: noon },
};
const granted: AccreditationEvent = { type: 'AccreditationGranted', data: grant };
const accredit: AccreditationCommand = { type: 'AccreditNominee', data: { now: noon } };
const decline: AccreditationCommand = { type: 'DeclineNomination', data: { now: noon, reasonCode } };
const declined: AccreditationEvent = { type: 'AccreditationNominationDeclined', data: { accreditationId, declinedAt: noon, reasonCode } };
const suspend: AccreditationCommand = { type: 'SuspendAccreditation', data: { now: noon, reasonCode } };
const suspended: AccreditationEvent = { type: 'AccreditationSuspended', data: { accreditationId, suspendedAt: noon, reasonCode } };
const reinstate: AccreditationCommand = { type: 'ReinstateAccreditation', data: { now: noon } };
const reinstated: AccreditationEvent = { type: 'AccreditationReinstated', data: { accreditationId, reinstatedAt: noon } };
const end: AccreditationCommand = { type: 'EndAccreditation', data: { now: noon, reasonCode } };
const ended: AccreditationEvent = { type: 'AccreditationEnded', data: { accreditationId, endedAt: noon, reasonCode } };
const stateAfter = (...events: readonly AccreditationEvent[]): AccreditationState =>
  events.reduce(accreditationDecider.evolve, accreditationDecider.initialState);

describe('a nomination', () => {
  it('is made by the own Member, once', () => {
    given().when(nominate()).then(nominated);
    given(nominated).when(nominate()).thenNothing();
    given(nominated)
      .when(nominate({ role: 'alternate' }))
      .thenRejected({ code: 'accreditation.already_granted' });
  });
  it('is not made for another Member, nor by the Secretariat', () => {
    given()
      .when(nominate({}, who('x', 'UG')))
      .thenRejected({ code: 'accreditation.foreign_member', member: 'KE' });
    given()
      .when(nominate({}, who('x')))
      .thenRejected({ code: 'accreditation.foreign_member', member: 'KE' });
    given()
      .when(nominate({ member: null }, who('x')))
      .thenRejected({ code: 'accreditation.foreign_member', member: '' });
  });
  it('is for a role that acts for the Member, not for its contact point', () => {
    given()
      .when(nominate({ role: 'contact_point' }))
      .thenRejected({ code: 'accreditation.cannot_delegate', role: 'contact_point' });
  });
  it('ends after it begins', () => {
    given()
      .when(nominate({ validUntil: noon }))
      .thenRejected({ code: 'accreditation.validity_reversed', validFrom: noon, validUntil: noon });
  });
  it('gives no right before the Secretariat accredits, once', () => {
    expect(standingAt(stateAfter(nominated), noon)).toStrictEqual({ valid: false, code: 'accreditation.not_yet_accredited' });
    given(nominated).when(accredit).then(granted);
    given(nominated, granted).when(accredit).thenNothing();
    expect(standingAt(stateAfter(nominated, granted), noon)).toStrictEqual({
      valid: true,
      role: 'delegate',
      member: 'KE',
      delegatedBy: null,
      scope: null,
    });
  });
  it('is declined with a reason, once, and then not accredited', () => {
    given(nominated).when(decline).then(declined);
    given(nominated, declined).when(decline).thenNothing();
    given(nominated, declined).when(accredit).thenRejected({ code: 'accreditation.wrong_stage', stage: 'declined', needed: 'nominated' });
    given(granted).when(decline).thenRejected({ code: 'accreditation.wrong_stage', stage: 'accredited', needed: 'nominated' });
    expect(standingAt(stateAfter(nominated, declined), noon)).toStrictEqual({ valid: false, code: 'accreditation.not_yet_accredited' });
  });
  it('that was never made is not accredited', () => {
    given().when(accredit).thenRejected({ code: 'accreditation.not_granted' });
  });
});

describe('a suspension', () => {
  it('takes the right away until it is lifted, each once', () => {
    given(granted).when(suspend).then(suspended);
    given(granted, suspended).when(suspend).thenNothing();
    expect(standingAt(stateAfter(granted, suspended), noon)).toStrictEqual({ valid: false, code: 'accreditation.suspended' });
    given(granted, suspended).when(reinstate).then(reinstated);
    given(granted, suspended, reinstated).when(reinstate).thenNothing();
    expect(standingAt(stateAfter(granted, suspended, reinstated), noon)).toMatchObject({ valid: true });
  });
  it('is of who is accredited, and lifted from who is suspended', () => {
    given(nominated).when(suspend).thenRejected({ code: 'accreditation.wrong_stage', stage: 'nominated', needed: 'accredited' });
    given(nominated).when(reinstate).thenRejected({ code: 'accreditation.wrong_stage', stage: 'nominated', needed: 'suspended' });
    given(granted, ended).when(reinstate).thenRejected({ code: 'accreditation.wrong_stage', stage: 'ended', needed: 'suspended' });
  });
  it('may be followed by the end', () => {
    given(granted, suspended).when(end).then(ended);
    given(granted, suspended, ended).when(end).thenNothing();
  });
});

describe('a lent right', () => {
  const lender = stateAfter({
    type: 'AccreditationGranted',
    data: { ...grant, accreditationId: head.accreditationId, role: 'contact_point' },
  });
  const lent: DelegatedGrant = { ...grant, role: 'alternate', validUntil: until, delegatedBy: head.accreditationId };
  const lend = (more: Partial<DelegatedGrant> = {}, delegator = lender, now = noon): AccreditationCommand => ({
    type: 'DelegateAuthority',
    data: { grant: { ...lent, ...more }, delegator, now },
  });
  const delegated: AccreditationEvent = { type: 'AccreditationDelegated', data: lent };

  it('is lent once, and names who lends it', () => {
    given().when(lend()).then(delegated);
    given(delegated).when(lend()).thenNothing();
    given(delegated)
      .when(lend({ role: 'drafter' }))
      .thenRejected({ code: 'accreditation.already_granted' });
    expect(standingAt(stateAfter(delegated), noon)).toMatchObject({ valid: true, delegatedBy: 'head' });
  });
  it('is taken back by the Member that lent it, once, and only what was lent', () => {
    const recall = (actor = head): AccreditationCommand => ({ type: 'RecallDelegation', data: { actor, now: noon, reasonCode } });
    given(delegated).when(recall()).then(ended);
    given(delegated, ended).when(recall()).thenNothing();
    given(granted).when(recall()).thenRejected({ code: 'accreditation.not_lent' });
    given().when(recall()).thenRejected({ code: 'accreditation.not_granted' });
    for (const other of [who('x', 'UG'), who('officer')])
      given(delegated).when(recall(other)).thenRejected({ code: 'accreditation.not_granted' });
  });
  it('lasts no longer than the right of the lender, and begins no earlier', () => {
    given()
      .when(lend({ validUntil: late }))
      .thenRejected({ code: 'accreditation.beyond_delegator', validFrom: noon, validUntil: late });
    given()
      .when(lend({ validFrom: early }))
      .thenRejected({ code: 'accreditation.beyond_delegator', validFrom: early, validUntil: until });
    const openEnded = stateAfter({ type: 'AccreditationGranted', data: { ...grant, role: 'contact_point', validUntil: null } });
    given()
      .when(lend({ validUntil: late }, openEnded))
      .then({ type: 'AccreditationDelegated', data: { ...lent, validUntil: late } });
  });
  it('is lent by who holds it at that moment, in a role that lends', () => {
    given()
      .when(lend({}, lender, late))
      .thenRejected({ code: 'accreditation.delegator_not_valid' });
    given().when(lend({}, stateAfter())).thenRejected({ code: 'accreditation.delegator_not_valid' });
    const drafter = stateAfter({ type: 'AccreditationGranted', data: { ...grant, role: 'drafter' } });
    given().when(lend({}, drafter)).thenRejected({ code: 'accreditation.cannot_delegate', role: 'drafter' });
  });
  it('is not lent on', () => {
    given()
      .when(lend({}, stateAfter(delegated)))
      .thenRejected({ code: 'accreditation.cannot_delegate', role: 'alternate' });
  });
  it('stays within the Member, and makes nobody contact point', () => {
    given()
      .when(lend({ member: member('UG') }))
      .thenRejected({ code: 'accreditation.foreign_member', member: 'UG' });
    given()
      .when(lend({ role: 'contact_point' }))
      .thenRejected({ code: 'accreditation.cannot_delegate', role: 'contact_point' });
  });
  it('ends after it begins', () => {
    given()
      .when(lend({ validUntil: noon }))
      .thenRejected({ code: 'accreditation.validity_reversed', validFrom: noon, validUntil: noon });
  });
});

describe('the reach of a role', () => {
  const scope = { bodies: ['PTC'], sessions: [], themes: ['ORIGIN', 'DISPUTES'] };
  const narrow: AccreditationCommand = { type: 'ChangeAccreditationScope', data: { scope } };
  const narrowed: AccreditationEvent = { type: 'AccreditationScopeChanged', data: { accreditationId, scope } };
  it('is changed, once, while there is a right', () => {
    given(granted).when(narrow).then(narrowed);
    given(granted, narrowed).when(narrow).thenNothing();
    given(granted, ended).when(narrow).thenRejected({ code: 'accreditation.wrong_stage', stage: 'ended', needed: 'accredited' });
    given(nominated, declined).when(narrow).thenRejected({ code: 'accreditation.wrong_stage', stage: 'declined', needed: 'accredited' });
    expect(standingAt(stateAfter(granted, narrowed), noon)).toMatchObject({ valid: true, scope });
  });
  it('admits what lies in it, and what has no theme, session or body at all', () => {
    expect(isWithinScope(null, { themes: ['RISK'] })).toBe(true);
    expect(isWithinScope(scope, {})).toBe(true);
    expect(isWithinScope(scope, { themes: ['RISK', 'ORIGIN'], sessions: ['PTC-207-208'] })).toBe(true);
    expect(isWithinScope(scope, { themes: ['RISK'] })).toBe(false);
    expect(isWithinScope(scope, { bodies: ['TCRO'], themes: ['ORIGIN'] })).toBe(false);
    expect(isWithinScope({ ...scope, sessions: ['PTC-209-210'] }, { sessions: ['PTC-207-208'] })).toBe(false);
  });
});
