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
      };
    }
  | { readonly type: 'AccessTokenRevoked'; readonly data: { readonly credentialId: string; readonly revokedAt: Instant } }
  | { readonly type: 'CalendarLinkIssued'; readonly data: CalendarLink & { readonly issuedAt: Instant } }
  | { readonly type: 'CalendarLinkRevoked'; readonly data: { readonly credentialId: string; readonly revokedAt: Instant } };

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
  | { readonly type: 'RevokeAccessToken'; readonly data: { readonly now: Instant } }
  | CalendarLinkCommand;

export type CalendarLinkCommand =
  | { readonly type: 'IssueCalendarLink'; readonly data: CalendarLink & { readonly now: Instant } }
  /** by: who takes it back; nobody takes back the link of another. */
  | { readonly type: 'RevokeCalendarLink'; readonly data: { readonly by: AccreditationId; readonly now: Instant } };

export type CredentialRejection =
  | { readonly code: 'credential.already_issued' }
  | { readonly code: 'credential.not_issued' }
  | { readonly code: 'credential.link_not_issued' }
  | { readonly code: 'credential.expiry_in_past'; readonly expiresAt: Instant; readonly now: Instant };
