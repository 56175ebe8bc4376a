import { DateField, Nested } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';

export class ClosingDayDto {
  @DateField('The day.')
  readonly date!: string;

  @Nested(() => BilingualDto, 'Why, as it is told to everybody.')
  readonly note!: BilingualDto;
}
