import type { FastifyRequest } from 'fastify';
import type { MemberRegistration } from '../../../libs/domain/src/index.ts';
import { IsBoolean } from 'class-validator';
import { DateField, MemberCodeField, Nested, OneOf, Pattern, TextList } from '../input/fields.ts';
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

/** The date asked for, or null. @throws Refusal when it is no date */
export const dateParameter = (request: FastifyRequest): string | null => {
  const { on } = parameters(request, ['on']);
  if (on !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new Refusal({ code: 'query.bad_value', parameter: 'on' });
  return on ?? null;
};
