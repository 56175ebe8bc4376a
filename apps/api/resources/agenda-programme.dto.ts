import { DateField, Id, Nested, Nullable, OneOf, Text, TextList, Whole } from '../input/fields.ts';
import { BilingualDto, CodedReasonDto, WallTimeDto } from '../input/shared.dto.ts';

export class DayDto {
  @DateField('Day of the meeting.')
  readonly date!: string;

  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;
}

export class RoomDto {
  @Nested(() => BilingualDto, 'Name.')
  readonly name!: BilingualDto;

  @Nullable()
  @Whole(1, 100_000, 'Seats; null when not known.')
  readonly capacity!: number | null;
}

export class SlotDto {
  @Id('Room.')
  readonly roomId!: string;

  @Nested(() => WallTimeDto, 'When it begins.')
  readonly start!: WallTimeDto;

  @Nested(() => WallTimeDto, 'When it is over.')
  readonly end!: WallTimeDto;

  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;

  @TextList(200, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Items it takes up.')
  readonly itemIds!: string[];
}

export class SlotTimesDto {
  @Id('Room.')
  readonly roomId!: string;

  @Nested(() => WallTimeDto, 'When it begins.')
  readonly start!: WallTimeDto;

  @Nested(() => WallTimeDto, 'When it is over.')
  readonly end!: WallTimeDto;
}

export class SlotItemsDto {
  @TextList(200, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Items it takes up.')
  readonly itemIds!: string[];
}

export class SpeakerDto {
  @Id('Accreditation of who speaks.')
  readonly person!: string;

  @OneOf(['speaker', 'moderator'], 'Part.')
  readonly part!: 'speaker' | 'moderator';
}

export class SpeakerRemarkDto {
  @Text(1, 4_000, 'Why not.')
  readonly remark!: string;
}

export class ReplaceSpeakerDto {
  @Id('Accreditation of who speaks instead.')
  readonly person!: string;

  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;
}

export class OtherMeetingDto {
  @Id('Id of that meeting.')
  readonly meetingId!: string;

  @Nested(() => BilingualDto, 'Name.')
  readonly name!: BilingualDto;

  @DateField('First day.')
  readonly start!: string;

  @DateField('Last day.')
  readonly end!: string;

  @Text(1, 300, 'Where.')
  readonly place!: string;

  @Text(1, 500, 'Where it is known from.')
  readonly source!: string;
}

export class ClashWaiverDto {
  @Text(1, 200, 'The clash, as the warning names it.')
  readonly clashId!: string;

  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;
}
