import { accept, reject, type AccreditationId, type Decider, type Decision, type Instant } from '../kernel/index.ts';
import { decideCalendarLink } from './calendar-link.decide.ts';
import type { CredentialCommand, CredentialEvent, CredentialRejection } from './credential.events.ts';
import { evolveCredential, type CredentialState } from './credential.state.ts';

type TokenCommand = Exclude<CredentialCommand, { type: 'IssueCalendarLink' | 'RevokeCalendarLink' }>;

const decideToken = (command: TokenCommand, state: CredentialState): Decision<CredentialEvent, CredentialRejection> => {
  if (command.type === 'RevokeAccessToken') {
    if (!('token' in state)) return reject({ code: 'credential.not_issued' });
    if (state.status === 'revoked') return accept();
    return accept({ type: 'AccessTokenRevoked', data: { credentialId: state.token.credentialId, revokedAt: command.data.now } });
  }
  if (state.status !== 'unknown') return reject({ code: 'credential.already_issued' });
  const { now, expiresAt, ...token } = command.data;
  if (expiresAt !== null && expiresAt <= now) return reject({ code: 'credential.expiry_in_past', expiresAt, now });
  return accept({ type: 'AccessTokenIssued', data: { ...token, issuedAt: now, expiresAt } });
};

export const credentialDecider: Decider<CredentialState, CredentialCommand, CredentialEvent, CredentialRejection> = {
  category: 'credential',
  initialState: { status: 'unknown' },
  evolve: evolveCredential,
  decide: (command, state) =>
    command.type === 'IssueCalendarLink' || command.type === 'RevokeCalendarLink'
      ? decideCalendarLink(command, state)
      : decideToken(command, state),
};

export type TokenStanding =
  | { readonly valid: true; readonly accreditationId: AccreditationId; readonly readsOnly?: true }
  | { readonly valid: false; readonly code: 'token.unknown' | 'token.revoked' | 'token.expired' };

/** The accreditation a token stands for at an instant, or why it stands for none. */
export const tokenStandingAt = (state: CredentialState, now: Instant): TokenStanding => {
  if (!('token' in state)) return { valid: false, code: 'token.unknown' };
  if (state.status === 'revoked') return { valid: false, code: 'token.revoked' };
  const { expiresAt, accreditationId, readsOnly } = state.token;
  if (expiresAt !== null && now >= expiresAt) return { valid: false, code: 'token.expired' };
  return { valid: true, accreditationId, ...(readsOnly === true ? { readsOnly } : {}) };
};
