import type { CalendarDate } from '../../../libs/domain/src/index.ts';
import { DateField, Id, Nested, Nullable, OneOf, Pattern, Text, Whole } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';
import { asDate } from './brand.ts';

const kinds = ['ROCB', 'RTC', 'RILO', 'RCL', 'RDTC'] as const;
const country = /^[A-Z]{2}$/;

export class StructureChangeDto {
  @DateField('First day on which it holds.')
  readonly inForceFrom!: string;

  @Text(1, 500, 'Where it was read.')
  readonly source!: string;
}

export class HostDto extends StructureChangeDto {
  @Nullable()
  @Pattern(country, 'Country that hosts it.', 'JP')
  readonly host!: string | null;

  @Nullable()
  @Text(1, 100, 'Town.')
  readonly hostCity!: string | null;
}

export class ContactDto {
  @Nullable()
  @Id('Person in the directory; null for nobody.')
  readonly personId!: string | null;
}

export class StatedCountDto {
  @OneOf(kinds, 'Kind of structure.')
  readonly kind!: string;

  @Nested(() => BilingualDto, 'Name of the kind.')
  readonly name!: BilingualDto;

  @Nullable()
  @Whole(0, 999, 'The number stated; null when none is.')
  readonly count!: number | null;

  @Text(1, 500, 'The words.')
  readonly statement!: string;

  @Text(1, 500, 'Where they were read.')
  readonly source!: string;
}

export class StructureDto {
  @Id('Id of the entry.')
  readonly structureId!: string;

  @OneOf(kinds, 'Kind of structure.')
  readonly kind!: string;

  @Nullable()
  @Pattern(/^[A-Z]{2,4}$/, 'Region.', 'ESA')
  readonly region!: string | null;

  @Text(1, 300, 'Name.')
  readonly name!: string;

  @Nullable()
  @Text(1, 100, 'Town.')
  readonly hostCity!: string | null;

  @Nullable()
  @Pattern(country, 'Country that hosts it.', 'KE')
  readonly host!: string | null;

  @Nullable()
  @Pattern(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Since when.', '2005')
  readonly since!: string | null;

  @OneOf(['high', 'medium', 'low'], 'How sure.')
  readonly confidence!: string;

  @Nullable()
  @Text(1, 500, 'Where it was read.')
  readonly source!: string | null;
}

/** A change with its day as a day. */
export const toChange = <T extends { readonly inForceFrom: string }>(
  body: T,
): Omit<T, 'inForceFrom'> & { readonly inForceFrom: CalendarDate } => ({
  ...body,
  inForceFrom: asDate(body.inForceFrom),
});
