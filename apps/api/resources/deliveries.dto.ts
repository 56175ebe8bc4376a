import { ApiProperty } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { IsBoolean, validateSync } from 'class-validator';
import type { NoticeRule } from '../../../libs/domain/src/index.ts';
import { Refusal } from '../problem.ts';
import { Id, Nested, NestedList, OneOf, Optional, Pattern, Text, TextList, WordList } from '../input/fields.ts';
import { BilingualDto, CodedReasonDto } from '../input/shared.dto.ts';

export class DiscardDeliveryDto {
  @Nested(() => CodedReasonDto, 'Why it does not go.')
  readonly reason!: CodedReasonDto;
}

export class ConditionDto {
  @Pattern(/^[a-zA-Z]{1,60}$/, 'Name of a member of the event’s data.', 'outcome')
  readonly field!: string;

  @TextList(50, /^.{1,100}$/, 'Values, one of which it has.')
  readonly oneOf!: string[];
}

export class AudienceDto {
  @OneOf(['owners', 'named', 'members', 'roles'], 'Members it belongs to, those it names, every Member, or the Secretariat by role.')
  readonly kind!: 'owners' | 'named' | 'members' | 'roles';

  @Optional()
  @TextList(12, /^[a-z_]{1,40}$/, 'Roles of the Secretariat, when it is told by role.')
  readonly roles?: string[];
}

export class NoticeRuleDto {
  @Pattern(/^[A-Z][A-Za-z]{2,80}$/, 'Type of the event it waits for.', 'TopicDecisionReleased')
  readonly on!: string;

  @NestedList(() => ConditionDto, 10, 'All of them hold.')
  readonly when!: ConditionDto[];

  @Nested(() => AudienceDto, 'Who is told.')
  readonly to!: AudienceDto;

  @Id('Wording.')
  readonly templateId!: string;

  @WordList(['inbox', 'mail'], 'Ways by which it is told.')
  readonly channels!: ('inbox' | 'mail')[];

  @OneOf(['at_once', 'digest'], 'At once, or once a day with others in one mail.')
  readonly timing!: 'at_once' | 'digest';

  @ApiProperty({ type: Boolean, description: 'Whether mails wait until an officer lets them go.' })
  @IsBoolean()
  readonly review!: boolean;
}

/** The Secretariat is told by role, everybody else without. */
export const toRule = ({ to, ...rule }: NoticeRuleDto): NoticeRule => ({
  ...rule,
  to: to.kind === 'roles' ? { kind: 'roles', roles: to.roles ?? [] } : { kind: to.kind },
});

export class PublishRuleDto {
  @Nested(() => NoticeRuleDto, 'Who is told of what.')
  readonly rule!: NoticeRuleDto;

  @Nested(() => BilingualDto, 'What changes and why.')
  readonly changeNote!: BilingualDto;
}

export class RetireRuleDto {
  @Nested(() => BilingualDto, 'Why nobody is told any longer.')
  readonly changeNote!: BilingualDto;
}

export class SubjectDto {
  @Text(1, 200, 'In English.')
  readonly en!: string;

  @Text(1, 200, 'In French.')
  readonly fr!: string;
}

export class TemplateDto {
  @Nested(() => SubjectDto, 'Subject; in braces what is filled in: reference, title, due, version, outcome, object.')
  readonly subject!: SubjectDto;

  @Nested(() => BilingualDto, 'Text.')
  readonly body!: BilingualDto;
}

const parsedIn = (parameter: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Refusal({ code: 'query.bad_value', parameter });
    throw cause;
  }
};

/** An object that is told in a parameter. @throws Refusal when it is none */
export const objectIn = (parameter: string, text: string): object => {
  const value = parsedIn(parameter, text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal({ code: 'query.bad_value', parameter });
  return value;
};

/** A rule that is told in a parameter, checked as one that is published. @throws Refusal when it is none */
export const ruleIn = (text: string): NoticeRule => {
  const wished = plainToInstance(NoticeRuleDto, objectIn('rule', text));
  if (validateSync(wished, { whitelist: true, forbidNonWhitelisted: true }).length > 0)
    throw new Refusal({ code: 'query.bad_value', parameter: 'rule' });
  return toRule(wished);
};
