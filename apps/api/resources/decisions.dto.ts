import { Id, Nested, Nullable, OneOf, Pattern, Text, TextList } from '../input/fields.ts';
import { BilingualDto, ReasonTextDto, SourceDto } from '../input/shared.dto.ts';
import { ReasonedDto } from './guidance.dto.ts';

export { CarryOverDto, ReasonedDto } from './guidance.dto.ts';

const verbs = [
  'took_note',
  'agreed',
  'gave_guidance',
  'endorsed',
  'decided',
  'forwarded_to_policy_commission',
  'forwarded_to_council',
  'carried_forward',
  'recommended_to_governments',
] as const;

const streamPattern = /^[a-z][A-Za-z]*-[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

class PriorFollowUpDto {
  @Text(1, 200, 'Who follows it up.')
  readonly owner!: string;

  @Text(1, 100, 'By when, as the document says it.')
  readonly by!: string;

  @Text(1, 40, 'Where it stands.')
  readonly status!: string;

  @Nullable()
  @Text(1, 2_000, 'What shows it; null for nothing.')
  readonly evidence!: string | null;
}

export class PriorDecisionDto {
  @Id('Id of the decision.')
  readonly decisionId!: string;

  @Id('Session of the body.')
  readonly sessionId!: string;

  @Pattern(/^[a-z][a-z_]{1,39}$/, 'What the body did.', 'agreed')
  readonly kind!: string;

  @Text(1, 4_000, 'The words of the document.')
  readonly quote!: string;

  @Nested(() => SourceDto, 'Paragraph in which it is reported.')
  readonly source!: SourceDto;

  @Nullable()
  @Nested(() => PriorFollowUpDto, 'What was to follow; null for nothing.')
  readonly followUp!: PriorFollowUpDto | null;
}

export class DecisionWordsDto {
  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;

  @Nested(() => BilingualDto, 'The words.')
  readonly text!: BilingualDto;

  @OneOf(verbs, 'What the body does; recommended_to_governments is refused with what to do instead.')
  readonly verb!: (typeof verbs)[number];
}

export class DraftDecisionDto extends DecisionWordsDto {
  @Id('Id of the decision.')
  readonly decisionId!: string;

  @Id('Session of the body.')
  readonly sessionId!: string;

  @TextList(50, streamPattern, 'What it is about, as object-id (guidance-PC0410.GR-1).')
  readonly about!: string[];
}

export class AdoptDecisionDto {
  @Pattern(/^[0-9a-f]{64}$/, 'Hash of the words that were read out.', '0'.repeat(64))
  readonly textHash!: string;
}

export class CirculateDecisionDto {
  @Text(1, 40, 'Last minute for an objection, wall time in Brussels, 2015-10-30T13:00.')
  readonly deadline!: string;
}

export class ObjectionDto {
  @OneOf(['en', 'fr'], 'Language it is written in.')
  readonly language!: 'en' | 'fr';

  @Text(1, 4_000, 'Why.')
  readonly text!: string;
}

export class EvidenceDto {
  @Id('Confirmed document.')
  readonly documentId!: string;
}

export class TransmitDecisionDto extends EvidenceDto {
  @OneOf(['policy_commission', 'council'], 'Where it goes.')
  readonly to!: 'policy_commission' | 'council';
}

export class SupersedeDecisionDto extends ReasonedDto {
  @Id('Decision that takes its place.')
  readonly supersededBy!: string;
}

export class OpenActionDto {
  @Id('Id of the action.')
  readonly actionId!: string;

  @Nested(() => BilingualDto, 'What is to be done.')
  readonly title!: BilingualDto;

  @Text(1, 200, 'Body, structure or Member that owes it.')
  readonly owner!: string;

  @Id('Session at which it is due.')
  readonly dueSessionId!: string;

  @TextList(50, streamPattern, 'What it follows from, as object-id (decision-DEC-1).')
  readonly about!: string[];
}

export class ActionEvidenceDto extends EvidenceDto {
  @Nested(() => ReasonTextDto, 'What the document shows, in at least one working language.')
  readonly note!: ReasonTextDto;
}
