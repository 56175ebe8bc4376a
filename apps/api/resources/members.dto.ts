import type { FastifyRequest } from 'fastify';
import type { CalendarDate, MemberCode, MemberRegistration } from '../../../libs/domain/src/index.ts';
import { IsBoolean } from 'class-validator';
import { DateField, MemberCodeField, Nested, OneOf, Pattern, Text, TextList } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';
import { parameters } from '../headers.ts';
import { Refusal } from '../problem.ts';
import { asDate, asMember } from './brand.ts';

export class MemberDto {
  @MemberCodeField('Code.')
  readonly code!: string;

  @Nested(() => BilingualDto, 'Name.')
  readonly name!: BilingualDto;

  @OneOf(['AMS', 'AP', 'ESA', 'EUR', 'MENA', 'WCA'], 'Region.')
  readonly region!: string;

  @DateField('Day of accession; it may submit from that day.')
  readonly accededOn!: string;

  @IsBoolean()
  readonly accessionVerified!: boolean;

  @OneOf(['en', 'fr'], 'Language of correspondence.')
  readonly correspondenceLanguage!: 'en' | 'fr';

  @IsBoolean()
  readonly landlocked!: boolean;

  @Pattern(/^[a-z][a-z-]{1,39}$/, 'Kind of Member.', 'state')
  readonly kind!: string;

  @TextList(30, /^[A-Z][A-Z0-9-]{1,19}$/, 'Codes of its Regional Economic Communities.')
  readonly economicCommunities!: string[];
}

export const toRegistration = (body: MemberDto): MemberRegistration => ({
  ...body,
  name: { ...body.name },
  code: asMember(body.code),
  accededOn: asDate(body.accededOn),
});

/** A day that exists: no 31 February. */
const isCalendarDate = (text: string): boolean => {
  const millis = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text);
};

export class MemberChangeDto {
  @DateField('First day on which it holds.')
  readonly inForceFrom!: string;

  @Text(1, 500, 'Where it was read.')
  readonly source!: string;
}

export class MemberNameDto extends MemberChangeDto {
  @Nested(() => BilingualDto, 'The new name.')
  readonly name!: BilingualDto;
}

export class MemberRegionDto extends MemberChangeDto {
  @OneOf(['AMS', 'AP', 'ESA', 'EUR', 'MENA', 'WCA'], 'Region.')
  readonly region!: string;
}

export class CommunityDto extends MemberChangeDto {
  @Pattern(/^[A-Z][A-Z0-9-]{1,19}$/, 'Code of the Regional Economic Community.', 'EAC')
  readonly community!: string;
}

/** A Member's code in a path. @throws Refusal when it cannot be one */
export const memberCode = (raw: string): MemberCode => {
  if (!/^[A-Z]{2}$/.test(raw)) throw new Refusal({ code: 'object.not_found' });
  return asMember(raw);
};

/** A change with its Member and its day. */
export const toMemberChange = <T extends { readonly inForceFrom: string }>(
  code: string,
  body: T,
): Omit<T, 'inForceFrom'> & { readonly code: MemberCode; readonly inForceFrom: CalendarDate } => ({
  ...body,
  code: memberCode(code),
  inForceFrom: asDate(body.inForceFrom),
});

/** The date that is asked about, as `inForceAt` or `on`, or null. @throws Refusal when it is no date */
export const dateParameter = (request: FastifyRequest): string | null => {
  const { on, inForceAt } = parameters(request, ['on', 'inForceAt']);
  const [name, asked] = inForceAt === undefined ? ['on', on] : ['inForceAt', inForceAt];
  if (asked !== undefined && !isCalendarDate(asked)) throw new Refusal({ code: 'query.bad_value', parameter: name });
  return asked ?? null;
};
