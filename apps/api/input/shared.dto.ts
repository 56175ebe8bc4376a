import { Id, MemberCodeField, Nested, Nullable, OneOf, Optional, Pattern, Text, TextList } from './fields.ts';

const themeCode = /^[A-Z][A-Z_]{1,39}$/;

export class BilingualDto {
  @Text(1, 2_000, 'In English.')
  readonly en!: string;

  @Text(1, 2_000, 'In French.')
  readonly fr!: string;
}

export class ReasonTextDto {
  @Optional()
  @Text(1, 4_000, 'In English.')
  readonly en?: string;

  @Optional()
  @Text(1, 4_000, 'In French.')
  readonly fr?: string;
}

export class CodedReasonDto {
  @Pattern(/^[a-z][a-z_]{1,39}$/, 'Code from the list of reasons.', 'out_of_scope')
  readonly code!: string;

  @Nested(() => ReasonTextDto, 'Text for the Member, in at least one working language.')
  readonly text!: ReasonTextDto;
}

export class ThemesDto {
  @Pattern(themeCode, 'Code of the primary theme.', 'ORIGIN')
  readonly primaryTheme!: string;

  @TextList(9, themeCode, 'Codes of further themes.')
  readonly secondaryThemes!: string[];
}

export class ContentDto extends ThemesDto {
  @OneOf(['en', 'fr'], 'Language it is written in.')
  readonly language!: 'en' | 'fr';

  @Text(1, 300, 'Title.')
  readonly title!: string;

  @Text(1, 20_000, 'Text.')
  readonly text!: string;

  @Nullable()
  @Pattern(/^[A-Z][A-Z0-9-]{1,19}$/, 'Regional Economic Community it speaks about.', 'EAC')
  readonly economicCommunity!: string | null;
}

export class DraftDto {
  @OneOf(['practice', 'topic'], 'What is drafted.')
  readonly kind!: 'practice' | 'topic';

  @Id('Request it answers.')
  readonly guidanceId!: string;

  @Id('Call it answers.')
  readonly callId!: string;

  @Nested(() => ContentDto, 'What the Member writes.')
  readonly content!: ContentDto;
}

export class WallTimeDto {
  @Text(1, 40, 'Local time to the minute, 2015-03-31T23:59.')
  readonly wallTime!: string;

  @Text(1, 60, 'IANA zone, Europe/Brussels.')
  readonly zone!: string;
}

export class MemberFieldDto {
  @MemberCodeField('Member.')
  readonly member!: string;
}

export class SourceDto {
  @Pattern(/^[A-Z]{2}\d{4}[EF]\d?[a-z]?$/, 'Document symbol.', 'PC0410E1')
  readonly symbol!: string;

  @Pattern(/^[A-Z]\d{1,4}[a-z]?$/, 'Paragraph id.', 'A9')
  readonly paragraph!: string;
}
