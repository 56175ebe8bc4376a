import { Id, Nested, OneOf, Optional } from '../input/fields.ts';
import { CodedReasonDto } from '../input/shared.dto.ts';

export class DecisionDto {
  @Nested(() => CodedReasonDto, 'Why, as a code and in words.')
  readonly reason!: CodedReasonDto;
}

export class RecommendationDto extends DecisionDto {
  @OneOf(['accept', 'decline', 'defer', 'merge'], 'What is recommended.')
  readonly recommendation!: 'accept' | 'decline' | 'defer' | 'merge';

  @Optional()
  @Id('Topic that takes it in, of a recommendation to merge.')
  readonly targetId?: string;

  @Optional()
  @Id('Session it is put off to, of a recommendation to defer.')
  readonly toSession?: string;
}
