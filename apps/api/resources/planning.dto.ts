import type { CommandInput } from '../../../libs/application/src/index.ts';
import { DateField, Id, Nested, Pattern, Text, Whole } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';
import { asDate } from './brand.ts';

export class PlanSessionDto {
  @Id('Id of the session.')
  readonly sessionId!: string;

  @Id('Body, by its short name.')
  readonly body!: string;

  @Nested(() => BilingualDto, 'Name of the body.')
  readonly bodyName!: BilingualDto;

  @Whole(1, 9_999, 'First number of the pair; odd. The second follows it.')
  readonly firstNumber!: number;

  @Nested(() => BilingualDto, 'What people call it.')
  readonly label!: BilingualDto;

  @DateField('First day.')
  readonly start!: string;

  @DateField('Last day.')
  readonly end!: string;

  @Text(1, 200, 'Place.')
  readonly place!: string;
}

export const toPlan = ({ firstNumber, start, end, ...plan }: PlanSessionDto): CommandInput<'planSession'> => ({
  ...plan,
  numbers: [firstNumber, firstNumber + 1],
  start: asDate(start),
  end: asDate(end),
  languages: ['en', 'fr'],
});

export class AnnouncedInDto {
  @Pattern(/^[A-Z]{2}\d{4}[EF]\d?[a-z]?$/, 'Document symbol.', 'PC0410E1')
  readonly symbol!: string;

  @Pattern(/^[AB]\d{1,4}$/, 'Paragraph.', 'B13')
  readonly paragraph!: string;
}

export class AnnounceConferenceDto {
  @Id('Id of the conference.')
  readonly conferenceId!: string;

  @Nested(() => BilingualDto, 'Name.')
  readonly name!: BilingualDto;

  @Pattern(/^\d{4}-(0[1-9]|1[0-2])$/, 'Month; the days are fixed later.', '2017-06')
  readonly month!: string;

  @Text(1, 200, 'Place.')
  readonly place!: string;

  @Nested(() => AnnouncedInDto, 'Paragraph that announces it.')
  readonly announcedIn!: AnnouncedInDto;
}
