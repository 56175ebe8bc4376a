import { Nested, NestedList, OneOf, Pattern, Text, TextList, Whole } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';

const word = /^[^\n]{1,80}$/;

class KeywordsDto {
  @TextList(60, word, 'In English.')
  readonly en!: string[];

  @TextList(60, word, 'In French.')
  readonly fr!: string[];
}

class ThemeDto {
  @Pattern(/^[A-Z][A-Z_]{1,39}$/, 'Code.', 'ORIGIN')
  readonly code!: string;

  @Whole(1, 99, 'Place in the list.')
  readonly order!: number;

  @OneOf(['priority', 'crossCutting'], 'A priority, or a tag that never stands alone.')
  readonly kind!: 'priority' | 'crossCutting';

  @Nested(() => BilingualDto, 'Name.')
  readonly label!: BilingualDto;

  @Nested(() => BilingualDto, 'Short name.')
  readonly shortLabel!: BilingualDto;

  @Nested(() => KeywordsDto, 'Words by which it is recognised.')
  readonly keywords!: KeywordsDto;

  @Text(1, 100, 'Paragraph in which it stands.')
  readonly sourceParagraph!: string;
}

export class ThemeSetDto {
  @Whole(1, 999, 'Number of the version: the next one.')
  readonly version!: number;

  @Text(1, 300, 'Who decided it.')
  readonly decidedBy!: string;

  @NestedList(() => ThemeDto, 40, 'The themes.')
  readonly themes!: ThemeDto[];
}
