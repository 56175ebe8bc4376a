import { DateField, Id, Nested, NestedList, Nullable, OneOf, Pattern, Text, TextList } from '../input/fields.ts';
import { BilingualDto, CodedReasonDto, WallTimeDto } from '../input/shared.dto.ts';

export class OfAgendaDto {
  @Id('Agenda.')
  readonly agendaId!: string;
}

export class ReportDto {
  @Id('Confirmed document.')
  readonly documentId!: string;
}

export class DateRuleDto {
  @Nested(() => BilingualDto, 'Meeting after which it is held.')
  readonly after!: BilingualDto;

  @DateField('First day of that meeting.')
  readonly start!: string;

  @DateField('Last day of that meeting.')
  readonly end!: string;

  @Text(1, 500, 'Where it is known from.')
  readonly source!: string;
}

export class PostponementDto {
  @Pattern(/^\d{4}-(0[1-9]|1[0-2])$/, 'Month it is put off to.', '2015-09')
  readonly month!: string;

  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;
}

export class RegistrationDto {
  @Id('Accreditation of who comes.')
  readonly person!: string;

  @OneOf(['delegate', 'observer', 'speaker', 'moderator', 'secretariat'], 'Part.')
  readonly part!: 'delegate' | 'observer' | 'speaker' | 'moderator' | 'secretariat';
}

export class PersonDto {
  @Id('Accreditation.')
  readonly person!: string;
}

export class ClassedItemsDto {
  @OneOf(['A', 'B', 'C'], 'Class.')
  readonly itemClass!: 'A' | 'B' | 'C';

  @TextList(200, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Items it takes up.')
  readonly itemIds!: string[];

  @Nullable()
  @Nested(() => WallTimeDto, 'Last moment for comments; null when none are asked.')
  readonly commentsUntil!: WallTimeDto | null;
}

export class ByDocumentDto {
  @Id('Agenda of the session.')
  readonly agendaId!: string;

  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;

  @NestedList(() => ClassedItemsDto, 3, 'Every item in one class.')
  readonly classes!: ClassedItemsDto[];
}
