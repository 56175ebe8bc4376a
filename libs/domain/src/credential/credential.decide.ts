import { accept, reject, type AccreditationId, type Decider, type Instant } from '../kernel/index.ts';
import type { CredentialCommand, CredentialEvent, CredentialRejection } from './credential.events.ts';

type Issued = Extract<CredentialEvent, { type: 'AccessTokenIssued' }>['data'];

export type CredentialState = { readonly status: 'unknown' } | { readonly status: 'issued' | 'revoked'; readonly token: Issued };

export const credentialDecider: Decider<CredentialState, CredentialCommand, CredentialEvent, CredentialRejection> = {
  category: 'credential',
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'AccessTokenIssued':
        return { status: 'issued', token: event.data };
      case 'AccessTokenRevoked':
        return state.status === 'unknown' ? state : { status: 'revoked', token: state.token };
    }
  },
  decide: (command, state) => {
    if (command.type === 'RevokeAccessToken') {
      if (state.status === 'unknown') return reject({ code: 'credential.not_issued' });
      if (state.status === 'revoked') return accept();
      return accept({ type: 'AccessTokenRevoked', data: { credentialId: state.token.credentialId, revokedAt: command.data.now } });
    }
    if (state.status !== 'unknown') return reject({ code: 'credential.already_issued' });
    const { now, expiresAt, ...token } = command.data;
    if (expiresAt !== null && expiresAt <= now) return reject({ code: 'credential.expiry_in_past', expiresAt, now });
    return accept({ type: 'AccessTokenIssued', data: { ...token, issuedAt: now, expiresAt } });
  },
};

export type TokenStanding =
  | { readonly valid: true; readonly accreditationId: AccreditationId; readonly readsOnly?: true }
  | { readonly valid: false; readonly code: 'token.unknown' | 'token.revoked' | 'token.expired' };

/** The accreditation a token stands for at an instant, or why it stands for none. */
export const tokenStandingAt = (state: CredentialState, now: Instant): TokenStanding => {
  if (state.status === 'unknown') return { valid: false, code: 'token.unknown' };
  if (state.status === 'revoked') return { valid: false, code: 'token.revoked' };
  const { expiresAt, accreditationId, readsOnly } = state.token;
  if (expiresAt !== null && now >= expiresAt) return { valid: false, code: 'token.expired' };
  return { valid: true, accreditationId, ...(readsOnly === true ? { readsOnly } : {}) };
};
