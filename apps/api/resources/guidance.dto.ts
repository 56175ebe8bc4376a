import type { CommandInput } from '../../../libs/application/src/index.ts';
import { Id, MemberCodeField, Nested, Nullable, OneOf, Optional, Pattern, TextList, Whole } from '../input/fields.ts';
import { CodedReasonDto, ReasonTextDto } from '../input/shared.dto.ts';
import { asMember } from './brand.ts';

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export class ReasonedDto {
  @Nested(() => CodedReasonDto, 'Why, as a code and in words.')
  readonly reason!: CodedReasonDto;
}

export class ScopeDto {
  @OneOf(['all_members', 'region', 'named_members'], 'Whom it is put to.')
  readonly kind!: 'all_members' | 'region' | 'named_members';

  @Optional()
  @Pattern(/^[A-Z]{2,5}$/, 'Region, for the kind region.', 'ESA')
  readonly region?: string;

  @Optional()
  @TextList(300, /^[A-Z]{2}$/, 'Members, for the kind named_members.')
  readonly members?: string[];
}

/** What does not belong to the kind is not looked at; what is missing names nobody. */
export const scopeOf = ({ kind, region = '', members = [] }: ScopeDto): CommandInput<'addressGuidanceRequest'>['scope'] => {
  if (kind === 'region') return { kind, region };
  return kind === 'named_members' ? { kind, members: members.map(asMember) } : { kind };
};

export class ClosurePolicyDto {
  @OneOf(['min_responses', 'all_addressees', 'secretariat_judgement'], 'What must have come in.')
  readonly basis!: 'min_responses' | 'all_addressees' | 'secretariat_judgement';

  @Optional()
  @Whole(1, 1_000, 'How many Members have to answer, for min_responses.')
  readonly minimum?: number;
}

export const policyOf = ({ basis, minimum = 1 }: ClosurePolicyDto): CommandInput<'setGuidanceClosurePolicy'>['policy'] =>
  basis === 'min_responses' ? { basis, minimum } : { basis };

export class LinkResponseDto {
  @Id('Contribution.')
  readonly contributionId!: string;
}

export class NilReturnDto {
  @Nullable()
  @MemberCodeField('Member; null for the one that the caller acts for.')
  readonly member!: string | null;
}

export class ConsolidationDto {
  @Nested(() => ReasonTextDto, 'Summary, in at least one working language.')
  readonly text!: ReasonTextDto;

  @TextList(500, idPattern, 'Contributions that it speaks about.')
  readonly contributionIds!: string[];
}

export class GuidanceReportDto {
  @Id('Session that it is reported to.')
  readonly sessionId!: string;

  @Id('Confirmed document.')
  readonly documentId!: string;
}

export class ConclusionDto {
  @Id('Session.')
  readonly sessionId!: string;

  @OneOf(['close', 'carry_over'], 'What is concluded.')
  readonly conclusion!: 'close' | 'carry_over';

  @Nested(() => ReasonTextDto, 'The conclusion in words, in at least one working language.')
  readonly text!: ReasonTextDto;
}

export class PartialClosureDto extends ReasonedDto {
  @Nested(() => ReasonTextDto, 'What is closed, in at least one working language.')
  readonly scope!: ReasonTextDto;

  @TextList(500, idPattern, 'Contributions that it covers.')
  readonly contributionIds!: string[];
}

export class CarryOverDto extends ReasonedDto {
  @Id('Later session.')
  readonly toSessionId!: string;
}

export class SupersedeGuidanceDto extends ReasonedDto {
  @Id('Request that takes its place.')
  readonly supersededBy!: string;
}

export class EnquiryDto {
  @Whole(1, 60, 'Nothing has moved for this many months.')
  readonly months!: number;
}

export class EnquiryAnswerDto {
  @OneOf(['resolved', 'partially_resolved', 'still_open'], 'How it stands.')
  readonly standing!: 'resolved' | 'partially_resolved' | 'still_open';

  @Nested(() => ReasonTextDto, 'In words, in at least one working language.')
  readonly text!: ReasonTextDto;
}
