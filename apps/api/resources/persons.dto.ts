import type { CommandInput } from '../../../libs/application/src/index.ts';
import { Id, Nullable, OneOf, Text } from '../input/fields.ts';
import { asAccreditation } from './brand.ts';

export class PersonDto {
  @Text(1, 200, 'Name.')
  readonly name!: string;

  @Nullable()
  @Text(1, 200, 'As on the door; null when none is known.')
  readonly title!: string | null;

  @Nullable()
  @Text(1, 200, 'Administration or organization; null when none is known.')
  readonly organisation!: string | null;

  @Nullable()
  @Text(3, 254, 'Address for electronic mail; null when none is known.')
  readonly email!: string | null;

  @Nullable()
  @Text(3, 40, 'Telephone; null when none is known.')
  readonly telephone!: string | null;

  @OneOf(['en', 'fr'], 'Language of correspondence.')
  readonly language!: 'en' | 'fr';
}

export class HeldAccreditationDto {
  @Id('Accreditation that the person holds.')
  readonly accreditationId!: string;
}

export const toLink = ({ accreditationId }: HeldAccreditationDto, personId: string): CommandInput<'linkPersonAccreditation'> => ({
  personId,
  accreditationId: asAccreditation(accreditationId),
});
