import { accept, reject, type AccreditationId, type Decision, type Instant } from '../kernel/index.ts';
import type { AccessTokenCommand, AccessTokenIssue, CredentialEvent, CredentialRejection } from './credential.events.ts';
import type { CredentialState } from './credential.state.ts';

type TokenDecision = Decision<CredentialEvent, CredentialRejection>;

const issue = (issued: AccessTokenIssue, state: CredentialState): TokenDecision => {
  if (state.status !== 'unknown') return reject({ code: 'credential.already_issued' });
  const { now, expiresAt, ...token } = issued;
  if (expiresAt !== null && expiresAt <= now) return reject({ code: 'credential.expiry_in_past', expiresAt, now });
  return accept({ type: 'AccessTokenIssued', data: { ...token, issuedAt: now, expiresAt } });
};

const revoke = (state: CredentialState, revokedAt: Instant, by: AccreditationId | null): TokenDecision => {
  if (!('token' in state) || (by !== null && state.token.accreditationId !== by)) return reject({ code: 'credential.not_issued' });
  if (state.status === 'revoked') return accept();
  return accept({ type: 'AccessTokenRevoked', data: { credentialId: state.token.credentialId, revokedAt } });
};

/** Makes a token, once, or takes it back. What somebody makes for himself ends, and says what it is for; of others' tokens he knows nothing. */
export const decideAccessToken = (command: AccessTokenCommand, state: CredentialState): TokenDecision => {
  switch (command.type) {
    case 'IssueAccessToken':
      return issue(command.data, state);
    case 'IssueOwnAccessToken': {
      const { latest, ...issued } = command.data;
      if (issued.expiresAt > latest) return reject({ code: 'credential.expiry_too_late', latest });
      if (issued.readsOnly !== true && (issued.commands ?? []).length === 0) return reject({ code: 'credential.scope_missing' });
      return issue(issued, state);
    }
    case 'RevokeAccessToken':
      return revoke(state, command.data.now, null);
    case 'RevokeOwnAccessToken':
      return revoke(state, command.data.now, command.data.by);
  }
};

export type TokenStanding =
  | {
      readonly valid: true;
      readonly accreditationId: AccreditationId;
      readonly readsOnly?: true;
      /** The only commands that are taken with it; absent: all that its holder may give. */
      readonly commands?: readonly string[];
    }
  | { readonly valid: false; readonly code: 'token.unknown' | 'token.revoked' | 'token.expired' };

/** The accreditation a token stands for at an instant, or why it stands for none. */
export const tokenStandingAt = (state: CredentialState, now: Instant): TokenStanding => {
  if (!('token' in state)) return { valid: false, code: 'token.unknown' };
  if (state.status === 'revoked') return { valid: false, code: 'token.revoked' };
  const { expiresAt, accreditationId, readsOnly, commands } = state.token;
  if (expiresAt !== null && now >= expiresAt) return { valid: false, code: 'token.expired' };
  return { valid: true, accreditationId, ...(readsOnly === true ? { readsOnly } : {}), ...(commands === undefined ? {} : { commands }) };
};
