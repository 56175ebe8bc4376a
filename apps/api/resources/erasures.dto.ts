import { Id, OneOf, Text } from '../input/fields.ts';

export class ErasureReasonDto {
  @Text(1, 2_000, 'Why; it stays on record, so it names nobody.')
  readonly reason!: string;
}

export class RequestErasureDto extends ErasureReasonDto {
  @OneOf(['person', 'topic', 'practice'], 'Of what the data are erased.')
  readonly object!: 'person' | 'topic' | 'practice';

  @Id('Which one.')
  readonly id!: string;

  @OneOf(['asked_by_the_person', 'asked_by_the_member', 'unlawful', 'retention_over'], 'Ground on which they are erased.')
  readonly basis!: 'asked_by_the_person' | 'asked_by_the_member' | 'unlawful' | 'retention_over';
}
