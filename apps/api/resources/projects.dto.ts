import { IsBoolean } from 'class-validator';
import { Id, Nested, NestedList, Nullable, OneOf, Optional, Pattern, Text, TextList, Whole } from '../input/fields.ts';
import { SourceDto } from '../input/shared.dto.ts';

const code = /^[A-Z][A-Z0-9-]{1,19}$/;
const someText = /^(?=[\s\S]*\S)[\s\S]{1,500}$/;
/** ISO 8601 with reduced precision, or an interval that may be open. */
const partialDate = /^\d{4}(-\d{2}(-\d{2})?)?(\/(\d{4}(-\d{2}(-\d{2})?)?)?)?$/;
const PartialDate = (description: string): PropertyDecorator => Pattern(partialDate, description, '2012-09');

class FactDto {
  @Nested(() => SourceDto, 'Paragraph in which it was read.')
  readonly source!: SourceDto;
}

export class RenameProjectDto extends FactDto {
  @Text(1, 300, 'The new name.')
  readonly name!: string;

  @Nullable()
  @PartialDate('From when; null when it is not known.')
  readonly inForceFrom!: string | null;
}

export class AgreementDto extends FactDto {
  @Text(1, 200, 'What kind of agreement.')
  readonly kind!: string;

  @Nullable()
  @PartialDate('When it was signed.')
  readonly signedOn!: string | null;

  @TextList(20, someText, 'Who signed.')
  readonly parties!: string[];

  @Nullable()
  @Text(1, 200, 'Amount as stated.')
  readonly amount!: string | null;
}

export class ComponentDto extends FactDto {
  @Text(1, 500, 'The component.')
  readonly component!: string;
}

export class ActivityDto extends FactDto {
  @Text(1, 2_000, 'What was done.')
  readonly what!: string;

  @Nullable()
  @PartialDate('When.')
  readonly date!: string | null;

  @Nullable()
  @Text(1, 200, 'Where.')
  readonly place!: string | null;

  @TextList(60, /^[A-Z]{2}$/, 'Countries, ISO alpha-2.')
  readonly countries!: string[];
}

export class BeneficiaryDto extends FactDto {
  @OneOf(['country', 'economicCommunity', 'region'], 'What it is.')
  readonly kind!: 'country' | 'economicCommunity' | 'region';

  @Pattern(code, 'Code of the country, community or region.', 'UG')
  readonly beneficiary!: string;
}

export class DonorDto extends FactDto {
  @Text(1, 300, 'The donor.')
  readonly donor!: string;
}

export class ExtensionDto extends FactDto {
  @PartialDate('Until when.')
  readonly until!: string;
}

export class CloseProjectDto extends FactDto {
  @PartialDate('When it ended.')
  readonly closedOn!: string;

  @Nullable()
  @Text(1, 500, 'How it was evaluated, as stated.')
  readonly evaluation!: string | null;
}

export class SuccessorDto extends FactDto {
  @Text(1, 300, 'What is to follow.')
  readonly successor!: string;

  @Nullable()
  @Id('Its entry in the register, once there is one.')
  readonly successorId!: string | null;
}

export class DisputeDto {
  @Text(1, 2_000, 'What is wrong with it.')
  readonly reason!: string;
}

export class CorrectionDto extends FactDto {
  @Text(1, 2_000, 'What it should say.')
  readonly correction!: string;
}

class ProjectDateDto {
  @PartialDate('When.')
  readonly value!: string;

  @OneOf(['year', 'month', 'day'], 'How exact.')
  readonly precision!: string;

  @Text(1, 500, 'What happened.')
  readonly what!: string;

  @Id('Paragraph.')
  readonly paragraph!: string;
}

class HighlightDto {
  @Id('Paragraph.')
  readonly paragraph!: string;

  @Text(1, 4_000, 'Its words.')
  readonly quote!: string;

  @Nullable()
  @PartialDate('When, as far as it says.')
  readonly date!: string | null;

  @TextList(60, /^[A-Z]{2}$/, 'Countries it names.')
  readonly countries!: string[];
}

export class ProjectDto {
  @Id('Id of the entry.')
  readonly projectId!: string;

  @OneOf(['project', 'programme', 'activity', 'funding-instrument'], 'What it is.')
  readonly kind!: string;

  @Text(1, 300, 'Name.')
  readonly name!: string;

  @TextList(20, someText, 'Other names.')
  readonly aliases!: string[];

  @TextList(30, someText, 'Donors.')
  readonly donors!: string[];

  @TextList(30, someText, 'Partners.')
  readonly partners!: string[];

  @TextList(30, code, 'Regional Economic Communities.')
  readonly economicCommunities!: string[];

  @TextList(6, code, 'Regions.')
  readonly regions!: string[];

  @TextList(200, /^[A-Z]{2}$/, 'Countries that are named as beneficiaries.')
  readonly beneficiaries!: string[];

  @IsBoolean()
  readonly beneficiariesDerived!: boolean;

  @Nullable()
  @Text(1, 500, 'What the document says of them, in its words.')
  readonly beneficiariesStated!: string | null;

  @Optional()
  @Whole(0, 999, 'How many the document says there are.')
  readonly beneficiariesStatedCount?: number;

  @TextList(40, someText, 'Components.')
  readonly components!: string[];

  @Nullable()
  @PartialDate('Begin.')
  readonly start!: string | null;

  @Nullable()
  @PartialDate('End.')
  readonly end!: string | null;

  @NestedList(() => ProjectDateDto, 50, 'Other dates.')
  readonly otherDates!: ProjectDateDto[];

  @Nullable()
  @Text(1, 500, 'Budget as stated.')
  readonly budget!: string | null;

  @TextList(20, /^[A-Z][A-Z_]{1,39}$/, 'Themes.')
  readonly themes!: string[];

  @NestedList(() => HighlightDto, 100, 'What the document says of it, sentence by sentence.')
  readonly highlights!: HighlightDto[];

  @TextList(30, someText, 'What has to be known about the entry.')
  readonly issues!: string[];

  @Pattern(/^[A-Z]{2}\d{4}[EF]\d?[a-z]?$/, 'Document it was read in.', 'PC0410E1')
  readonly sourceSymbol!: string;
}
