import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import type { CommandInput } from '../../../libs/application/src/index.ts';
import { accreditableRoles, type Role } from '../../../libs/domain/src/index.ts';
import { InstantField, MemberCodeField, Nullable, OneOf, Pattern, Text, TextList } from '../input/fields.ts';
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

export class NominationDto {
  @OneOf(['drafter', 'delegate', 'alternate'], 'Role.')
  readonly role!: Role;

  @Nullable()
  @InstantField('First instant; null for now.')
  readonly validFrom!: string | null;

  @Nullable()
  @InstantField('First instant at which it no longer holds; null until ended.')
  readonly validUntil!: string | null;

  @OneOf(['en', 'fr'], 'Language of correspondence.')
  readonly language!: 'en' | 'fr';
}

export class LendDto {
  @OneOf(['alternate', 'drafter'], 'Role in which the other acts.')
  readonly role!: Role;

  @Nullable()
  @InstantField('First instant; null for now.')
  readonly validFrom!: string | null;

  @InstantField('First instant at which it no longer holds, within the own right.')
  readonly validUntil!: string;

  @OneOf(['en', 'fr'], 'Language of correspondence.')
  readonly language!: 'en' | 'fr';
}

export class ScopeDto {
  @TextList(20, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Bodies; none is no limit.')
  readonly bodies!: string[];

  @TextList(50, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Sessions; none is no limit.')
  readonly sessions!: string[];

  @TextList(50, /^[A-Z][A-Z_]{1,39}$/, 'Codes of themes; none is no limit.')
  readonly themes!: string[];
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

  @ApiProperty({ type: Boolean, required: false, description: 'Whether it only asks: no command is taken with it.' })
  @IsOptional()
  @IsBoolean()
  readonly readsOnly?: boolean;
}

export class OwnTokenDto {
  @Text(1, 100, 'What it is for; no name of a person.')
  readonly label!: string;

  @InstantField('When it expires: within a year.')
  readonly expiresAt!: string;

  @ApiProperty({ type: Boolean, required: false, description: 'Whether it only asks: no command is taken with it.' })
  @IsOptional()
  @IsBoolean()
  readonly readsOnly?: boolean;

  @IsOptional()
  @TextList(60, /^[A-Z][A-Za-z]{2,79}$/, 'Names of the only commands that are taken with it, as in the procedures: `SaveDraft`.')
  readonly commands?: string[];
}

const instantOrNull = (text: string | null) => (text === null ? null : asInstant(text));

export const toGrant = ({ role, member, validFrom, validUntil, language }: GrantDto): CommandInput<'grantAccreditation'> => ({
  role,
  member: member === null ? null : asMember(member),
  validFrom: instantOrNull(validFrom),
  validUntil: instantOrNull(validUntil),
  language,
});

export const toToken = ({ label, expiresAt, readsOnly }: TokenDto, accreditationId: string): CommandInput<'issueAccessToken'> => ({
  accreditationId,
  label,
  expiresAt: instantOrNull(expiresAt),
  ...(readsOnly === true ? { readsOnly } : {}),
});

export const toOwnToken = ({ label, expiresAt, readsOnly, commands }: OwnTokenDto): CommandInput<'issueOwnAccessToken'> => ({
  label,
  expiresAt: asInstant(expiresAt),
  ...(readsOnly === true ? { readsOnly } : {}),
  ...(commands === undefined ? {} : { commands }),
});

export const toNomination = ({ validFrom, validUntil, ...body }: NominationDto): CommandInput<'nominateAccreditation'> => ({
  ...body,
  validFrom: instantOrNull(validFrom),
  validUntil: instantOrNull(validUntil),
});

export const toLending = ({ validFrom, validUntil, ...body }: LendDto): CommandInput<'delegateAuthority'> => ({
  ...body,
  validFrom: instantOrNull(validFrom),
  validUntil: asInstant(validUntil),
});
