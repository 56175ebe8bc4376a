import type { AccreditationId, Instant } from '../kernel/index.ts';

/** Outside the ledger: the hash of a bearer token bound to an accreditation. The token itself is shown once and never stored. */
export type CredentialEvent =
  | {
      readonly type: 'AccessTokenIssued';
      readonly data: {
        readonly credentialId: string;
        readonly accreditationId: AccreditationId;
        readonly tokenSha256: string;
        readonly label: string;
        readonly issuedAt: Instant;
        readonly expiresAt: Instant | null;
        /** It asks and gives no command. */
        readonly readsOnly?: true;
      };
    }
  | { readonly type: 'AccessTokenRevoked'; readonly data: { readonly credentialId: string; readonly revokedAt: Instant } };

export type CredentialCommand =
  | {
      readonly type: 'IssueAccessToken';
      readonly data: {
        readonly credentialId: string;
        readonly accreditationId: AccreditationId;
        readonly tokenSha256: string;
        readonly label: string;
        readonly now: Instant;
        readonly expiresAt: Instant | null;
        readonly readsOnly?: true;
      };
    }
  | { readonly type: 'RevokeAccessToken'; readonly data: { readonly now: Instant } };

export type CredentialRejection =
  | { readonly code: 'credential.already_issued' }
  | { readonly code: 'credential.not_issued' }
  | { readonly code: 'credential.expiry_in_past'; readonly expiresAt: Instant; readonly now: Instant };
