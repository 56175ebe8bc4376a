import type { CommandInput } from '../../../libs/application/src/index.ts';
import { accreditableRoles, type Role } from '../../../libs/domain/src/index.ts';
import { InstantField, MemberCodeField, Nullable, OneOf, Pattern, Text } from '../input/fields.ts';
import { asInstant, asMember } from './brand.ts';

export class GrantDto {
  @OneOf(accreditableRoles, 'Role.')
  readonly role!: Role;

  @Nullable()
  @MemberCodeField('Member acted for; null for the Secretariat, the Chair, auditors and operators.')
  readonly member!: string | null;

  @Nullable()
  @InstantField('First instant; null for now.')
  readonly validFrom!: string | null;

  @Nullable()
  @InstantField('First instant at which it no longer holds; null until ended.')
  readonly validUntil!: string | null;

  @OneOf(['en', 'fr'], 'Language of correspondence.')
  readonly language!: 'en' | 'fr';
}

export class EndDto {
  @Pattern(/^[a-z][a-z_]{1,39}$/, 'Why.', 'left_office')
  readonly reasonCode!: string;
}

export class TokenDto {
  @Text(1, 100, 'What it is for; no name of a person.')
  readonly label!: string;

  @Nullable()
  @InstantField('When it expires; null for never.')
  readonly expiresAt!: string | null;
}

const instantOrNull = (text: string | null) => (text === null ? null : asInstant(text));

export const toGrant = ({ role, member, validFrom, validUntil, language }: GrantDto): CommandInput<'grantAccreditation'> => ({
  role,
  member: member === null ? null : asMember(member),
  validFrom: instantOrNull(validFrom),
  validUntil: instantOrNull(validUntil),
  language,
});

export const toToken = ({ label, expiresAt }: TokenDto, accreditationId: string): CommandInput<'issueAccessToken'> => ({
  accreditationId,
  label,
  expiresAt: instantOrNull(expiresAt),
});
