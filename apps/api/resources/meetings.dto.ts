import { DateField, Id, Nested, Nullable, OneOf, Optional, Text, TextList } from '../input/fields.ts';
import { BilingualDto, CodedReasonDto, WallTimeDto } from '../input/shared.dto.ts';

export class ScheduleCallDto {
  @Id('Id of the call.')
  readonly callId!: string;

  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;

  @TextList(50, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Requests that it asks for.')
  readonly guidanceIds!: string[];

  @Id('Conference it prepares.')
  readonly conferenceId!: string;

  @Id('Set of themes that contributions are classified by.')
  readonly themeSetId!: string;

  @Nested(() => WallTimeDto, 'Last minute for new contributions.')
  readonly closesForNew!: WallTimeDto;

  @Nested(() => WallTimeDto, 'Last minute for changes.')
  readonly closesForEdits!: WallTimeDto;

  @Optional()
  @OneOf(['kept', 'refused'], 'What happens to input between the two; kept as late unless told.')
  readonly lateInput?: 'kept' | 'refused';
}

export class ExtendCallDto {
  @Nullable()
  @Nested(() => WallTimeDto, 'New last minute for new contributions; null where it stays.')
  readonly closesForNew!: WallTimeDto | null;

  @Nullable()
  @Nested(() => WallTimeDto, 'New last minute for changes; null where it stays.')
  readonly closesForEdits!: WallTimeDto | null;

  @Nested(() => CodedReasonDto, 'Why, as a code and in words.')
  readonly reason!: CodedReasonDto;
}

export class ConferenceDatesDto {
  @DateField('First day.')
  readonly start!: string;

  @DateField('Last day.')
  readonly end!: string;

  @Text(1, 500, 'Where the dates are known from.')
  readonly source!: string;
}
