import { Nested, OneOf } from '../input/fields.ts';
import { CodedReasonDto } from '../input/shared.dto.ts';

export class DecisionDto {
  @Nested(() => CodedReasonDto, 'Why, as a code and in words.')
  readonly reason!: CodedReasonDto;
}

export class RecommendationDto extends DecisionDto {
  @OneOf(['accept', 'decline'], 'What is recommended.')
  readonly recommendation!: 'accept' | 'decline';
}
