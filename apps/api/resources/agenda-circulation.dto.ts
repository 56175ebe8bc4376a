import type { ClaimedOutcome } from '../../../libs/domain/src/index.ts';
import { Id, Nested, Nullable, OneOf, Pattern, Text, Whole } from '../input/fields.ts';
import { CodedReasonDto, ReasonTextDto, WallTimeDto } from '../input/shared.dto.ts';

export class CirculationDto {
  @Nullable()
  @Nested(() => WallTimeDto, 'Last moment for comments on a draft; null for a final agenda.')
  readonly commentsUntil!: WallTimeDto | null;
}

export class ExtensionDto {
  @Nested(() => WallTimeDto, 'New last moment.')
  readonly commentsUntil!: WallTimeDto;

  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;
}

export class CommentTargetDto {
  @OneOf(['item', 'slot'], 'What kind of thing.')
  readonly kind!: 'item' | 'slot';

  @Id('Its id.')
  readonly id!: string;
}

export class CommentDto {
  @Nested(() => CommentTargetDto, 'What the comment is on.')
  readonly target!: CommentTargetDto;

  @OneOf(['support', 'amend', 'object', 'offer_speaker'], 'Kind.')
  readonly kind!: 'support' | 'amend' | 'object' | 'offer_speaker';

  @Nested(() => ReasonTextDto, 'What is said.')
  readonly text!: ReasonTextDto;
}

export class DispositionDto {
  @OneOf(['accepted', 'partly', 'not_accepted', 'noted'], 'What became of it.')
  readonly disposition!: 'accepted' | 'partly' | 'not_accepted' | 'noted';

  @Nested(() => ReasonTextDto, 'Why.')
  readonly reason!: ReasonTextDto;
}

export class OutcomeDto {
  @OneOf(
    [
      'took_note',
      'agreed',
      'gave_guidance',
      'endorsed',
      'decided',
      'forwarded_to_policy_commission',
      'forwarded_to_council',
      'carried_forward',
      'recommended_to_governments',
    ],
    'What the body did; it has no power to recommend to Governments.',
  )
  readonly verb!: ClaimedOutcome['verb'];

  @Nested(() => ReasonTextDto, 'In words.')
  readonly statement!: ReasonTextDto;

  @Nullable()
  @Id('Session it is carried forward to; null unless the verb says so.')
  readonly carriedTo!: string | null;
}

export class CorrectedOutcomeDto {
  @OneOf(
    [
      'took_note',
      'agreed',
      'gave_guidance',
      'endorsed',
      'decided',
      'forwarded_to_policy_commission',
      'forwarded_to_council',
      'carried_forward',
      'recommended_to_governments',
    ],
    'What the body did.',
  )
  readonly verb!: ClaimedOutcome['verb'];

  @Nested(() => ReasonTextDto, 'In words.')
  readonly statement!: ReasonTextDto;

  @Nullable()
  @Id('Session it is carried forward to; null unless the verb says so.')
  readonly carriedTo!: string | null;

  @Nullable()
  @Id('The Member’s correction it follows; null for none.')
  readonly correctionId!: string | null;
}

export class RecordCorrectionDto {
  @Nested(() => ReasonTextDto, 'What the record should say.')
  readonly text!: ReasonTextDto;
}

export class PresentationDto {
  @Pattern(/^[0-9a-f]{64}$/, 'SHA-256 of the file.', 'a'.repeat(64))
  readonly sha256!: string;

  @Nested(() => ReasonTextDto, 'Title.')
  readonly title!: ReasonTextDto;

  @Text(1, 100, 'Media type.')
  readonly mediaType!: string;

  @Whole(1, 26_214_400, 'Bytes.')
  readonly sizeBytes!: number;
}
