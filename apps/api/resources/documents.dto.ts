import { DateField, Id, Nested, NestedList, OneOf, Optional, Pattern, Text } from '../input/fields.ts';
import { ReasonTextDto } from '../input/shared.dto.ts';

export class SuppliedHeaderDto {
  @Optional()
  @Pattern(/^[A-Z]{2}\d{4}[EF]\d?[a-z]?$/, 'Document symbol.', 'PC0410E1')
  readonly symbol?: string;

  @Optional()
  @DateField('First day of the session.')
  readonly sessionStart?: string;

  @Optional()
  @DateField('Last day of the session.')
  readonly sessionEnd?: string;

  @Optional()
  @DateField('Date of the document.')
  readonly documentDate?: string;

  @Optional()
  @Text(1, 200, 'Place it is dated from.')
  readonly place?: string;

  @Optional()
  @Text(1, 500, 'Title.')
  readonly title?: string;

  @Optional()
  @Text(1, 500, 'Subtitle.')
  readonly subtitle?: string;

  @Optional()
  @Text(1, 200, 'Agenda item as printed.')
  readonly agendaItem?: string;
}

export class ConfirmDocumentDto {
  @Id('Session it was written for.')
  readonly sessionId!: string;

  @Nested(() => SuppliedHeaderDto, 'Header fields that the person fills or corrects; an empty object for none.')
  readonly supplied!: SuppliedHeaderDto;
}

export class IssueGuidanceDto {
  @Id('Document, confirmed.')
  readonly documentId!: string;

  @Pattern(/^GR-\d{1,3}$/, 'Number that the importer gave the request.', 'GR-1')
  readonly ref!: string;

  @OneOf(['practice', 'topic'], 'What Members are to send.')
  readonly expects!: 'practice' | 'topic';
}

export class SupersedeDocumentDto {
  @Id('Later edition, confirmed.')
  readonly supersededBy!: string;
}

export class CorrectionDto {
  @Pattern(/^[AB]\d{1,4}$/, 'Paragraph.', 'B16')
  readonly paragraph!: string;

  @Text(1, 4_000, 'Words as they stand in that paragraph.')
  readonly before!: string;

  @Text(0, 4_000, 'Words as they should be.')
  readonly after!: string;
}

export class CorrigendumDto {
  @NestedList(() => CorrectionDto, 100, 'What is put right.')
  readonly corrections!: CorrectionDto[];

  @Nested(() => ReasonTextDto, 'Why, in at least one working language.')
  readonly note!: ReasonTextDto;
}
