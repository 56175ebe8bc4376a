import { Id, MemberCodeField, Nested, NestedList, Nullable, OneOf, Optional, Pattern, Text, TextList, Whole } from './fields.ts';

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

export class AttachmentDto {
  @Pattern(/^[0-9a-f]{64}$/, 'SHA-256 of the file, as the attachment store tells it.', '0'.repeat(64))
  readonly sha256!: string;

  @Text(1, 200, 'Name as it was sent.')
  readonly name!: string;

  @Pattern(/^[a-z]+\/[a-z0-9.+-]{1,100}$/, 'Media type, by the signature of the file.', 'application/pdf')
  readonly mediaType!: string;

  @Whole(1, 26_214_400, 'Size in bytes.')
  readonly sizeBytes!: number;
}

export class PracticeAccountDto {
  @OneOf(['national', 'regional'], 'Where it is practised.')
  readonly level!: 'national' | 'regional';

  @Text(1, 4_000, 'The situation it answers.')
  readonly context!: string;

  @Text(1, 1_000, 'Convention, tool or law it rests on.')
  readonly instrument!: string;

  @Text(1, 4_000, 'What is done.')
  readonly measure!: string;

  @Text(1, 4_000, 'What came of it.')
  readonly result!: string;

  @Text(1, 4_000, 'What others can learn from it.')
  readonly lessons!: string;
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

  @Optional()
  @OneOf(['for_action', 'for_information'], 'What is asked for; what is for information never enters an agenda.')
  readonly purpose?: 'for_action' | 'for_information';

  @Optional()
  @Nested(() => PracticeAccountDto, 'A national practice in parts that can be searched and compared.')
  readonly practice?: PracticeAccountDto;

  @Optional()
  @NestedList(() => AttachmentDto, 20, 'Files that belong to it.')
  readonly attachments?: AttachmentDto[];
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
