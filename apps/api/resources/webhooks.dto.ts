import { OneOf, Text, TextList, Whole } from '../input/fields.ts';

export class RegisterWebhookDto {
  @Text(12, 2_048, 'Where notices go: https and an address of the internet. Notices are signed; nothing secret belongs into it.')
  readonly url!: string;

  @Text(1, 200, 'Whose it is and what for; no names of persons.')
  readonly note!: string;

  @OneOf(['public', 'members'], 'What it may know of.')
  readonly audience!: 'members' | 'public';

  @TextList(100, /^[A-Z][A-Za-z]{1,99}$/, 'Event types that it is told of; none: all.')
  readonly types!: string[];
}

export class RotateWebhookSecretDto {
  @Whole(2, 100_000, 'Number of the new secret: one more than the present one’s.')
  readonly generation!: number;

  @Whole(0, 168, 'Hours for which the present secret signs beside the new one; 0: it is lost, and ends at once.')
  readonly overlapHours!: number;
}

export class AskWebhookReplayDto {
  @Whole(1, 100_000, 'Its number: one more than of the last replay.')
  readonly replay!: number;

  @Whole(0, 999_999_999, 'Ledger size from which on everything is told once more.')
  readonly startsAt!: number;
}
