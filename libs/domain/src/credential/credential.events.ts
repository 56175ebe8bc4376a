import type { AccreditationId, Instant } from '../kernel/index.ts';

/** What a link shows: the calendar of its holder's Member, or his own. */
export type CalendarLinkScope = 'member' | 'mine';

/** A link by which a calendar is subscribed to: it asks that one question and nothing else. It falls with its holder's right. */
export interface CalendarLink {
  readonly credentialId: string;
  readonly accreditationId: AccreditationId;
  readonly scope: CalendarLinkScope;
  readonly tokenSha256: string;
}

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
        /** Names of the only commands that are taken with it. */
        readonly commands?: readonly string[];
      };
    }
  | { readonly type: 'AccessTokenRevoked'; readonly data: { readonly credentialId: string; readonly revokedAt: Instant } }
  | { readonly type: 'CalendarLinkIssued'; readonly data: CalendarLink & { readonly issuedAt: Instant } }
  | { readonly type: 'CalendarLinkRevoked'; readonly data: { readonly credentialId: string; readonly revokedAt: Instant } };

export type CredentialCommand = AccessTokenCommand | CalendarLinkCommand;

export interface AccessTokenIssue {
  readonly credentialId: string;
  readonly accreditationId: AccreditationId;
  readonly tokenSha256: string;
  readonly label: string;
  readonly now: Instant;
  readonly expiresAt: Instant | null;
  readonly readsOnly?: true;
  readonly commands?: readonly string[];
}

export type AccessTokenCommand =
  | { readonly type: 'IssueAccessToken'; readonly data: AccessTokenIssue }
  /** latest: until when at most. */
  | { readonly type: 'IssueOwnAccessToken'; readonly data: AccessTokenIssue & { readonly expiresAt: Instant; readonly latest: Instant } }
  | { readonly type: 'RevokeAccessToken'; readonly data: { readonly now: Instant } }
  /** by: who takes it back; nobody takes back the token of another. */
  | { readonly type: 'RevokeOwnAccessToken'; readonly data: { readonly by: AccreditationId; readonly now: Instant } };

export type CalendarLinkCommand =
  | { readonly type: 'IssueCalendarLink'; readonly data: CalendarLink & { readonly now: Instant } }
  /** by: who takes it back; nobody takes back the link of another. */
  | { readonly type: 'RevokeCalendarLink'; readonly data: { readonly by: AccreditationId; readonly now: Instant } };

export type CredentialRejection =
  | { readonly code: 'credential.already_issued' }
  | { readonly code: 'credential.not_issued' }
  | { readonly code: 'credential.link_not_issued' }
  | { readonly code: 'credential.scope_missing' }
  | { readonly code: 'credential.expiry_too_late'; readonly latest: Instant }
  | { readonly code: 'credential.expiry_in_past'; readonly expiresAt: Instant; readonly now: Instant };
