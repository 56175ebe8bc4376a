import { Id, InstantField, MemberCodeField, Nested, NestedList, Nullable, OneOf, Pattern, Text } from '../input/fields.ts';
import { AttachmentDto, BilingualDto, ContentDto, ThemesDto, WallTimeDto, ReasonTextDto } from '../input/shared.dto.ts';
import { DecisionDto } from './triage.dto.ts';

export class WordingDto {
  @Nested(() => ContentDto, 'What the Member writes.')
  readonly content!: ContentDto;
}

export class EntryDto extends WordingDto {
  @MemberCodeField('Member that it comes from.')
  readonly member!: string;

  @Id('Request it answers.')
  readonly guidanceId!: string;

  @Id('Call it answers.')
  readonly callId!: string;

  @OneOf(['email', 'note_verbale', 'floor'], 'By which way it came.')
  readonly channel!: 'email' | 'note_verbale' | 'floor';

  @InstantField('When it was received; the deadline counts by it.')
  readonly receivedAt!: string;

  @Nullable()
  @Nested(() => AttachmentDto, 'The original as it came; null for words from the floor.')
  readonly original!: AttachmentDto | null;
}

export class ContestDto extends ThemesDto {
  @Nested(() => ReasonTextDto, 'Why.')
  readonly text!: ReasonTextDto;
}

export class AnswerDto {
  @Nested(() => ReasonTextDto, 'The answer.')
  readonly answer!: ReasonTextDto;
}

export class ReviewDto {
  @Nested(() => ReasonTextDto, 'What the Chair should look at.')
  readonly text!: ReasonTextDto;
}

export class CompletenessDto {
  @OneOf(['complete', 'incomplete', 'not_required'], 'Whether everything needed is there.')
  readonly result!: 'complete' | 'incomplete' | 'not_required';

  @Nested(() => ReasonTextDto, 'What is missing.')
  readonly note!: ReasonTextDto;
}

export class ClarificationDto {
  @Nested(() => ReasonTextDto, 'What the Member is asked.')
  readonly questions!: ReasonTextDto;

  @Nullable()
  @Nested(() => WallTimeDto, 'When the answer is due; null for ten working days.')
  readonly due!: WallTimeDto | null;
}

export class PairDto extends DecisionDto {
  @Id('The other contribution.')
  readonly otherId!: string;
}

export class PartDto extends ThemesDto {
  @Text(1, 300, 'Title.')
  readonly title!: string;

  @Text(1, 20_000, 'Text.')
  readonly text!: string;
}

export class SplitDto extends DecisionDto {
  @NestedList(() => PartDto, 10, 'The parts, in the language of the topic.')
  readonly parts!: PartDto[];
}

export class LateRulingDto extends DecisionDto {
  @OneOf(['on_agenda', 'not_on_agenda'], 'Whether it reaches the agenda.')
  readonly ruling!: 'on_agenda' | 'not_on_agenda';
}

export class DeferralDto extends DecisionDto {
  @Id('Session in which it comes back.')
  readonly toSession!: string;
}

export class CarryOverDto {
  @Id('Session in which it comes back.')
  readonly sessionId!: string;
}

export class PlaceDto {
  @Id('Agenda.')
  readonly agendaId!: string;

  @Id('Item of the agenda.')
  readonly itemId!: string;
}

export class MergeProposalDto extends DecisionDto {
  @Id('Topic that takes this one in.')
  readonly targetId!: string;
}

export class MergeAnswerDto {
  @Id('Proposal that is answered.')
  readonly mergeId!: string;
}

export class MergeRefusalDto extends DecisionDto {
  @Id('Proposal that is answered.')
  readonly mergeId!: string;
}

export class ReleaseItemDto {
  @OneOf(['topic', 'practice'], 'What was decided on.')
  readonly category!: 'topic' | 'practice';

  @Pattern(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Its id.', 'a2149d64-9160-5d36-a9a5-5326201105ce')
  readonly id!: string;
}

export class PrepareReleaseDto {
  @Nested(() => BilingualDto, 'Title of the batch.')
  readonly title!: BilingualDto;

  @NestedList(() => ReleaseItemDto, 500, 'The decisions that it tells.')
  readonly items!: ReleaseItemDto[];
}
