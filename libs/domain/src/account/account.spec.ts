import { describe, expect, it } from '@jest/globals';
import { at, noon } from '../../../../test/support/domain.ts';
import { tellsOf } from '../../../../test/support/given.ts';
import { accountDecider, isLinkValid, type AccountCommand, type AccountEvent, type AccountLinkPurpose } from './index.ts';

const accountId = 'a1';
const personId = 'p1';
const end = at('2015-02-17T12:00:00.000Z');
const offered = (linkSha256: string, purpose: AccountLinkPurpose = 'invitation'): AccountEvent => ({
  type: 'AccountInvited',
  data: { accountId, personId, purpose, linkSha256, invitedAt: noon, expiresAt: end },
});
const offer = (type: 'InviteAccount' | 'ResetAccount', linkSha256: string, purpose: AccountLinkPurpose = 'invitation'): AccountCommand => ({
  type,
  data: { accountId, personId, purpose, linkSha256, now: noon, expiresAt: end },
});
const setBy = (linkSha256: string | null, passwordHash = 'h1', now = noon): AccountCommand => ({
  type: 'SetAccountPassword',
  data: { passwordHash, linkSha256, now },
});
const passwordSet = (passwordHash = 'h1', setAt = noon): AccountEvent => ({
  type: 'AccountPasswordSet',
  data: { accountId, passwordHash, setAt },
});
const enrol = (sealedSeed: string): AccountCommand => ({ type: 'EnrolAccountSecondFactor', data: { sealedSeed, now: noon } });
const enrolled: AccountEvent = { type: 'AccountSecondFactorEnrolled', data: { accountId, sealedSeed: 's1', enrolledAt: noon } };
const remove: AccountCommand = { type: 'RemoveAccountSecondFactor', data: { now: noon } };
const removed: AccountEvent = { type: 'AccountSecondFactorRemoved', data: { accountId, removedAt: noon } };
const close: AccountCommand = { type: 'CloseAccount', data: { now: noon } };
const closed: AccountEvent = { type: 'AccountClosed', data: { accountId, closedAt: noon } };
const [notFound, isClosed, notSetUp] = [{ code: 'account.not_found' }, { code: 'account.closed' }, { code: 'account.not_set_up' }] as const;
const notValid = { code: 'account.link_not_valid' } as const;

describe('an account', () => {
  const tells = tellsOf(accountDecider);
  const open = [offered('l1'), passwordSet()];
  tells('begins with an invitation', [], offer('InviteAccount', 'l1'), [offered('l1')]);
  tells('is invited anew while nobody has come', [offered('l1')], offer('InviteAccount', 'l2'), [offered('l2')]);
  tells('is invited once by one link', [offered('l1')], offer('InviteAccount', 'l1'), 'nothing');
  tells('is not invited once it has a password', open, offer('InviteAccount', 'l2'), { code: 'account.already_set_up' });
  tells('is reset once it has a password', open, offer('ResetAccount', 'l2', 'reset'), [offered('l2', 'reset')]);
  tells('is not reset before', [offered('l1')], offer('ResetAccount', 'l2', 'reset'), notSetUp);
  tells('that is not there is not reset', [], offer('ResetAccount', 'l2', 'reset'), notFound);

  tells('takes a password from its link', [offered('l1')], setBy('l1'), [passwordSet()]);
  tells('takes none from the link of before', [offered('l1'), offered('l2')], setBy('l1'), notValid);
  tells('takes none from a link that was used', open, setBy('l1', 'h2'), notValid);
  tells('takes none at the instant a link expires', [offered('l1')], setBy('l1', 'h1', end), notValid);
  const lastMoment = at('2015-02-17T11:59:59.999Z');
  tells('takes one a moment before', [offered('l1')], setBy('l1', 'h1', lastMoment), [passwordSet('h1', lastMoment)]);
  tells('takes another from its holder', open, setBy(null, 'h2'), [passwordSet('h2')]);
  tells('takes none from a holder who never set one', [offered('l1')], setBy(null), notSetUp);

  const named = (identitySha256: string): AccountCommand => ({ type: 'LinkAccountIdentity', data: { identitySha256, now: noon } });
  const linked: AccountEvent = { type: 'AccountIdentityLinked', data: { accountId, identitySha256: 'i1', linkedAt: noon } };
  const unlinked: AccountEvent = { type: 'AccountIdentityUnlinked', data: { accountId, unlinkedAt: noon } };
  tells('remembers whom a provider spoke of', [offered('l1')], named('i1'), [linked]);
  tells('remembers it once', [...open, linked], named('i1'), 'nothing');
  tells('is nobody else’s under the same address', [...open, linked], named('i2'), { code: 'account.identity_differs' });
  tells('forgets it when its holder comes with a link', [offered('l1'), linked], setBy('l1'), [passwordSet(), unlinked]);
  tells('keeps it when its holder takes another password', [...open, linked], setBy(null, 'h2'), [passwordSet('h2')]);
  tells('remembers another from then on', [...open, linked, unlinked], named('i1'), [linked]);
  tells('that is not there is nobody’s', [], named('i1'), notFound);
  tells('that is closed is nobody’s', [...open, closed], named('i1'), isClosed);

  tells('gets a second factor', open, enrol('s1'), [enrolled]);
  tells('gets it once', [...open, enrolled], enrol('s1'), 'nothing');
  tells('gets no other beside it', [...open, enrolled], enrol('s2'), { code: 'account.second_factor_enrolled' });
  tells('gets none before it has a password', [offered('l1')], enrol('s1'), notSetUp);
  tells('is without it again', [...open, enrolled], remove, [removed]);
  tells('is without it once', [...open, enrolled, removed], remove, 'nothing');
  const lost = [...open, enrolled, offered('l2', 'lost_second_factor')];
  tells('loses a lost second factor with the new password', lost, setBy('l2', 'h2'), [passwordSet('h2'), removed]);
  tells('keeps its second factor when it is only reset', [...open, enrolled, offered('l2', 'reset')], setBy('l2', 'h2'), [
    passwordSet('h2'),
  ]);

  tells('is closed', open, close, [closed]);
  tells('is closed once', [...open, closed], close, 'nothing');
  tells('that is not there is not closed', [], close, notFound);
  for (const command of [offer('InviteAccount', 'l3'), offer('ResetAccount', 'l3', 'reset'), setBy(null), enrol('s1'), remove])
    tells(`once closed takes no ${command.type}`, [...open, closed], command, isClosed);

  it('is reached by no link once it is closed, whatever is handed out', () => {
    const state = [...open, offered('l2', 'reset'), closed].reduce(accountDecider.evolve, accountDecider.initialState);
    expect(isLinkValid(state, 'l2', noon)).toBe(false);
    expect(isLinkValid(accountDecider.initialState, 'l2', noon)).toBe(false);
  });
});
