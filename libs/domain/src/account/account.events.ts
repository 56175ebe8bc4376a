import type { Instant } from '../kernel/index.ts';

/** Why a link was handed out that lets its holder set a password. */
export type AccountLinkPurpose = 'invitation' | 'reset' | 'lost_second_factor';

/**
 * Outside the ledger, beside access tokens: how a person signs in. Passwords and links are known by hashes, the seed of the second
 * factor is sealed under a key of the deployment; none of the three can be told from what stands here.
 */
export type AccountEvent =
  | {
      readonly type: 'AccountInvited';
      readonly data: {
        readonly accountId: string;
        readonly personId: string;
        readonly purpose: AccountLinkPurpose;
        readonly linkSha256: string;
        readonly invitedAt: Instant;
        readonly expiresAt: Instant;
      };
    }
  | {
      readonly type: 'AccountPasswordSet';
      /** Argon2id in the PHC form, with its own salt. */
      readonly data: { readonly accountId: string; readonly passwordHash: string; readonly setAt: Instant };
    }
  | {
      readonly type: 'AccountSecondFactorEnrolled';
      readonly data: { readonly accountId: string; readonly sealedSeed: string; readonly enrolledAt: Instant };
    }
  | { readonly type: 'AccountSecondFactorRemoved'; readonly data: { readonly accountId: string; readonly removedAt: Instant } }
  /** Another service said that its person, known by a hash, is the holder. */
  | {
      readonly type: 'AccountIdentityLinked';
      readonly data: { readonly accountId: string; readonly identitySha256: string; readonly linkedAt: Instant };
    }
  | { readonly type: 'AccountIdentityUnlinked'; readonly data: { readonly accountId: string; readonly unlinkedAt: Instant } }
  | { readonly type: 'AccountClosed'; readonly data: { readonly accountId: string; readonly closedAt: Instant } };

/** Hands out a link: to somebody who comes for the first time, or who comes again. */
export interface AccountOffer {
  readonly type: 'InviteAccount' | 'ResetAccount';
  readonly data: {
    readonly accountId: string;
    readonly personId: string;
    readonly purpose: AccountLinkPurpose;
    readonly linkSha256: string;
    readonly now: Instant;
    readonly expiresAt: Instant;
  };
}

export type AccountCommand =
  | AccountOffer
  | {
      readonly type: 'SetAccountPassword';
      /** `linkSha256`: the link that is used up; null for a holder who is signed in and has shown the old password. */
      readonly data: { readonly passwordHash: string; readonly linkSha256: string | null; readonly now: Instant };
    }
  | { readonly type: 'EnrolAccountSecondFactor'; readonly data: { readonly sealedSeed: string; readonly now: Instant } }
  | { readonly type: 'LinkAccountIdentity'; readonly data: { readonly identitySha256: string; readonly now: Instant } }
  | { readonly type: 'RemoveAccountSecondFactor' | 'CloseAccount'; readonly data: { readonly now: Instant } };

export type AccountRejection =
  | { readonly code: 'account.not_found' }
  | { readonly code: 'account.already_set_up' }
  | { readonly code: 'account.closed' }
  | { readonly code: 'account.not_set_up' }
  | { readonly code: 'account.link_not_valid' }
  | { readonly code: 'account.identity_differs' }
  | { readonly code: 'account.second_factor_enrolled' };
