import { accept, reject, type Decider, type Decision, type Instant } from '../kernel/index.ts';
import type { AccountCommand, AccountEvent, AccountLinkPurpose, AccountOffer, AccountRejection } from './account.events.ts';

/** A link that was handed out and not used up. */
export interface AccountLink {
  readonly sha256: string;
  readonly purpose: AccountLinkPurpose;
  readonly expiresAt: Instant;
}

export type AccountState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'open' | 'closed';
      readonly accountId: string;
      readonly personId: string;
      readonly link: AccountLink | null;
      /** Null until the first is set. */
      readonly passwordHash: string | null;
      readonly sealedSeed: string | null;
      /** Whom a provider has to speak of; null until somebody came through one. */
      readonly identitySha256: string | null;
    };

type Known = Exclude<AccountState, { status: 'unknown' }>;
type AccountDecision = Decision<AccountEvent, AccountRejection>;
type OwnCommand = Exclude<AccountCommand, AccountOffer>;

const invited = (state: AccountState, { data }: Extract<AccountEvent, { type: 'AccountInvited' }>): AccountState => {
  const link = { sha256: data.linkSha256, purpose: data.purpose, expiresAt: data.expiresAt };
  if (state.status !== 'unknown') return { ...state, link };
  const nothingYet = { passwordHash: null, sealedSeed: null, identitySha256: null };
  return { status: 'open', accountId: data.accountId, personId: data.personId, link, ...nothingYet };
};

const evolve = (state: AccountState, event: AccountEvent): AccountState => {
  if (event.type === 'AccountInvited') return invited(state, event);
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'AccountPasswordSet':
      return { ...state, passwordHash: event.data.passwordHash, link: null };
    case 'AccountSecondFactorEnrolled':
      return { ...state, sealedSeed: event.data.sealedSeed };
    case 'AccountSecondFactorRemoved':
      return { ...state, sealedSeed: null };
    case 'AccountIdentityLinked':
      return { ...state, identitySha256: event.data.identitySha256 };
    case 'AccountIdentityUnlinked':
      return { ...state, identitySha256: null };
    case 'AccountClosed':
      return { ...state, status: 'closed', link: null };
  }
};

const offerRejection = (isReset: boolean, state: Known): 'account.closed' | 'account.not_set_up' | 'account.already_set_up' | null => {
  if (state.status === 'closed') return 'account.closed';
  const isSetUp = state.passwordHash !== null;
  if (isSetUp === isReset) return null;
  return isSetUp ? 'account.already_set_up' : 'account.not_set_up';
};

/** A link that nobody used can be handed out anew; once there is a password, only a reset leads to another. */
const offer = (command: AccountOffer, state: AccountState): AccountDecision => {
  const { now: invitedAt, ...offered } = command.data;
  const isReset = command.type === 'ResetAccount';
  if (isReset && state.status === 'unknown') return reject({ code: 'account.not_found' });
  if (state.status !== 'unknown') {
    const code = offerRejection(isReset, state);
    if (code !== null) return reject({ code });
    if (state.link?.sha256 === offered.linkSha256) return accept();
  }
  return accept({ type: 'AccountInvited', data: { ...offered, invitedAt } });
};

/** Whether a link leads to this account at an instant: the last that was handed out, once, before it expires. */
export const isLinkValid = (state: AccountState, linkSha256: string, now: Instant): boolean =>
  state.status === 'open' && state.link?.sha256 === linkSha256 && now < state.link.expiresAt;

const removed = (accountId: string, removedAt: Instant): AccountEvent => ({
  type: 'AccountSecondFactorRemoved',
  data: { accountId, removedAt },
});

const setPassword = ({ data }: Extract<OwnCommand, { type: 'SetAccountPassword' }>, state: Known): AccountDecision => {
  const { passwordHash, linkSha256, now } = data;
  const { accountId, link, sealedSeed, identitySha256 } = state;
  const set = { type: 'AccountPasswordSet', data: { accountId, passwordHash, setAt: now } } as const;
  if (linkSha256 === null) return state.passwordHash === null ? reject({ code: 'account.not_set_up' }) : accept(set);
  if (!isLinkValid(state, linkSha256, now)) return reject({ code: 'account.link_not_valid' });
  // Whoever comes with a link was let in by a person, who looked. What was lost opens nothing any more, and a provider may name anew.
  const isLost = link?.purpose === 'lost_second_factor' && sealedSeed !== null;
  const unlinked = { type: 'AccountIdentityUnlinked', data: { accountId, unlinkedAt: now } } as const;
  return accept<AccountEvent>(set, ...(isLost ? [removed(accountId, now)] : []), ...(identitySha256 === null ? [] : [unlinked]));
};

const linkIdentity = ({ data }: Extract<OwnCommand, { type: 'LinkAccountIdentity' }>, state: Known): AccountDecision => {
  const { identitySha256, now: linkedAt } = data;
  if (state.identitySha256 === identitySha256) return accept();
  // The address was given to somebody else since: it is the same, the person is not.
  if (state.identitySha256 !== null) return reject({ code: 'account.identity_differs' });
  return accept({ type: 'AccountIdentityLinked', data: { accountId: state.accountId, identitySha256, linkedAt } });
};

const enrol = ({ data }: Extract<OwnCommand, { type: 'EnrolAccountSecondFactor' }>, state: Known): AccountDecision => {
  const { sealedSeed, now: enrolledAt } = data;
  if (state.passwordHash === null) return reject({ code: 'account.not_set_up' });
  if (state.sealedSeed !== null) return state.sealedSeed === sealedSeed ? accept() : reject({ code: 'account.second_factor_enrolled' });
  return accept({ type: 'AccountSecondFactorEnrolled', data: { accountId: state.accountId, sealedSeed, enrolledAt } });
};

const onOpen = (command: OwnCommand, state: Known): AccountDecision => {
  const { accountId } = state;
  const { now } = command.data;
  switch (command.type) {
    case 'SetAccountPassword':
      return setPassword(command, state);
    case 'EnrolAccountSecondFactor':
      return enrol(command, state);
    case 'LinkAccountIdentity':
      return linkIdentity(command, state);
    case 'RemoveAccountSecondFactor':
      return state.sealedSeed === null ? accept() : accept(removed(accountId, now));
    case 'CloseAccount':
      return accept({ type: 'AccountClosed', data: { accountId, closedAt: now } });
  }
};

const isOffer = (command: AccountCommand): command is AccountOffer => command.type === 'InviteAccount' || command.type === 'ResetAccount';

/** How a person signs in. One account for a person; what it may do follows from the accreditations that the person holds. */
export const accountDecider: Decider<AccountState, AccountCommand, AccountEvent, AccountRejection> = {
  category: 'credential',
  initialState: { status: 'unknown' },
  evolve,
  decide: (command, state) => {
    if (isOffer(command)) return offer(command, state);
    if (state.status === 'unknown') return reject({ code: 'account.not_found' });
    if (state.status === 'closed') return command.type === 'CloseAccount' ? accept() : reject({ code: 'account.closed' });
    return onOpen(command, state);
  },
};
