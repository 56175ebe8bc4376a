import { Nullable, OneOf, Pattern, Text } from '../input/fields.ts';

export class WrittenTextDto {
  @OneOf(['en', 'fr'], 'Language it is written in.')
  readonly language!: 'en' | 'fr';

  @Text(0, 300, 'Title as far as it is written.')
  readonly title!: string;

  @Text(0, 20_000, 'Text as far as it is written.')
  readonly text!: string;
}

export class WrittenDraftDto extends WrittenTextDto {
  @OneOf(['practice', 'topic'], 'What is written.')
  readonly kind!: 'practice' | 'topic';

  @Nullable()
  @Pattern(/^[A-Z][A-Z_]{1,39}$/, 'Code of the primary theme, when one is chosen.', 'ORIGIN')
  readonly primaryTheme!: string | null;
}
