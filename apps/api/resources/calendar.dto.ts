import { DateField, Nested, OneOf } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';

export class ClosingDayDto {
  @DateField('The day.')
  readonly date!: string;

  @Nested(() => BilingualDto, 'Why, as it is told to everybody.')
  readonly note!: BilingualDto;
}

export class CalendarLinkDto {
  @OneOf(['member', 'mine'], 'The calendar of the caller’s Member, or the caller’s own.')
  readonly scope!: 'member' | 'mine';
}
