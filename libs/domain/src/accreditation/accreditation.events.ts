import type { AccreditationId, Instant, Language, MemberCode } from '../kernel/index.ts';
import type { Role } from './roles.ts';

export interface AccreditationGrant {
  readonly accreditationId: AccreditationId;
  readonly role: Role;
  /** The Member acted for; null for the Secretariat, the Chair, auditors and operators. */
  readonly member: MemberCode | null;
  readonly validFrom: Instant;
  /** First instant at which it no longer holds; null: until ended. */
  readonly validUntil: Instant | null;
  readonly language: Language;
}

export type AccreditationEvent =
  | { readonly type: 'AccreditationGranted'; readonly data: AccreditationGrant }
  | {
      readonly type: 'AccreditationEnded';
      readonly data: { readonly accreditationId: AccreditationId; readonly endedAt: Instant; readonly reasonCode: string };
    };

export type AccreditationCommand =
  | { readonly type: 'GrantAccreditation'; readonly data: AccreditationGrant }
  | { readonly type: 'EndAccreditation'; readonly data: { readonly now: Instant; readonly reasonCode: string } };

export type AccreditationRejection =
  | { readonly code: 'accreditation.already_granted' }
  | { readonly code: 'accreditation.not_granted' }
  | { readonly code: 'accreditation.validity_reversed'; readonly validFrom: Instant; readonly validUntil: Instant }
  /** Delegates, alternates, contact points and drafters act for a Member; nobody else does. */
  | { readonly code: 'accreditation.member_required'; readonly role: Role }
  | { readonly code: 'accreditation.member_not_allowed'; readonly role: Role };
