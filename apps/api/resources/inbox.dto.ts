import { Nested, Nullable, OneOf, Pattern, Text, TextList, Whole } from '../input/fields.ts';

export class InboxReadDto {
  @Nullable()
  @Whole(0, 9_007_199_254_740_991, 'Everything before this ledger size is read; null when only single messages were.')
  readonly upTo!: number | null;

  @TextList(200, /^[0-9a-f-]{36}$/, 'Messages that were read.')
  readonly deliveryIds!: string[];
}

export class QuietHoursDto {
  @Pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'Wall time at which they begin.', '22:00')
  readonly from!: string;

  @Pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'Wall time at which they end.', '07:00')
  readonly until!: string;

  @Text(1, 60, 'IANA time zone, as Africa/Nairobi.')
  readonly zone!: string;
}

export class PreferenceDto {
  @OneOf(['at_once', 'digest', 'none'], 'Each at once, once a day in one mail, or not by mail.')
  readonly mail!: 'at_once' | 'digest' | 'none';

  @Nullable()
  @Nested(() => QuietHoursDto, 'Hours in which no mail goes out; null for none.')
  readonly quietHours!: QuietHoursDto | null;
}
