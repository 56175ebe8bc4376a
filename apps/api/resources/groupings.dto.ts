import type { CommandInput } from '../../../libs/application/src/index.ts';
import { Nested, Nullable, OneOf, Pattern, Text, TextList, Whole } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';
import { asMember } from './brand.ts';

const country = /^[A-Z]{2}$/;

export class GroupingDto {
  @OneOf(['region', 'economicCommunity'], 'A region of the Organization, or a Regional Economic Community.')
  readonly kind!: 'region' | 'economicCommunity';

  @Pattern(/^[A-Z][A-Z0-9-]{1,19}$/, 'Code.', 'EAC')
  readonly code!: string;

  @Nested(() => BilingualDto, 'Name.')
  readonly name!: BilingualDto;

  @Nested(() => BilingualDto, 'Short name.')
  readonly shortName!: BilingualDto;

  @TextList(300, country, 'Its Members.')
  readonly members!: string[];

  @TextList(300, country, 'States in it that are not Members of the Organization.')
  readonly outsiders!: string[];

  @Nullable()
  @Text(1, 200, 'Seat; null when none is known.')
  readonly seat!: string | null;

  @Nullable()
  @Whole(1800, 2200, 'Year of establishment; null when none is known.')
  readonly establishedYear!: number | null;

  @TextList(50, /^[A-Z]\d{1,4}[a-z]?$/, 'Paragraphs of the working document that name it.')
  readonly sourceParagraphs!: string[];

  @Nullable()
  @Text(1, 2_000, 'What has to be known of it; null for nothing.')
  readonly note!: string | null;
}

export const toGrouping = (body: GroupingDto): CommandInput<'registerGrouping'> => ({ ...body, members: body.members.map(asMember) });
