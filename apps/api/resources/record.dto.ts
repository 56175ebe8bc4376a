import type { CommandInput } from '../../../libs/application/src/index.ts';
import { Nested, Pattern, Whole } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';
import { asInstant } from './brand.ts';

export class ClockDto {
  @Pattern(
    /^(next_day|next_deadline|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/,
    'Next morning, next deadline, or an instant.',
    'next_day',
  )
  readonly to!: string;
}

export class SamplesDto {
  @Nested(() => BilingualDto, 'What every page says about them.')
  readonly note!: BilingualDto;

  @Whole(1, 100_000, 'How many.')
  readonly count!: number;
}

export const toTarget = ({ to }: ClockDto): CommandInput<'advanceBusinessClock'>['to'] =>
  to === 'next_day' || to === 'next_deadline' ? to : asInstant(to);
