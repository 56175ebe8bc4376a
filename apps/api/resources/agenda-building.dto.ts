import type { ActionLabel } from '../../../libs/domain/src/index.ts';
import { Id, Nested, Nullable, OneOf, Whole, WordList } from '../input/fields.ts';
import { BilingualDto, CodedReasonDto, ReasonTextDto, WallTimeDto } from '../input/shared.dto.ts';

export class SessionAgendaDto {
  @Id('Id of the agenda.')
  readonly agendaId!: string;

  @Id('Session it is for.')
  readonly sessionId!: string;

  @Nullable()
  @Id('Set of themes whose priorities it accounts for; null for none.')
  readonly themeSetId!: string | null;

  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;
}

export class AgendaTitleDto {
  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;
}

export class AgendaReasonDto {
  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;
}

export class BeforeDto {
  @Nullable()
  @Id('What it shall stand before; null for the end.')
  readonly before!: string | null;
}

export class MoveItemDto {
  @Id('Heading it goes under.')
  readonly headingId!: string;

  @Nullable()
  @Id('Item it shall stand before; null for the end.')
  readonly before!: string | null;
}

export class ProceduralItemDto {
  @Id('Heading it goes under.')
  readonly headingId!: string;

  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;

  @WordList(
    ['for_decision', 'for_guidance', 'for_discussion', 'to_take_note', 'for_information'],
    'What the body is asked to do; what is for information only is refused.',
  )
  readonly actionLabels!: (ActionLabel | 'for_information')[];

  @OneOf(['opening', 'election', 'adoption_of_agenda', 'report', 'presentation', 'any_other_business', 'closing'], 'What it is for.')
  readonly procedure!: 'opening' | 'election' | 'adoption_of_agenda' | 'report' | 'presentation' | 'any_other_business' | 'closing';
}

export class CarryItemDto {
  @Id('Heading it goes under.')
  readonly headingId!: string;

  @Id('Agenda of the earlier session.')
  readonly fromAgendaId!: string;

  @Id('Item of that agenda.')
  readonly fromItemId!: string;

  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;

  @WordList(
    ['for_decision', 'for_guidance', 'for_discussion', 'to_take_note', 'for_information'],
    'What the body is asked to do; what is for information only is refused.',
  )
  readonly actionLabels!: (ActionLabel | 'for_information')[];
}

export class AnnotationDto {
  @Nested(() => ReasonTextDto, 'What it is about and what is asked.')
  readonly annotation!: ReasonTextDto;
}

export class ActionLabelsDto {
  @WordList(
    ['for_decision', 'for_guidance', 'for_discussion', 'to_take_note', 'for_information'],
    'What the body is asked to do; what is for information only is refused.',
  )
  readonly actionLabels!: (ActionLabel | 'for_information')[];
}

export class RemoveItemDto {
  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;

  @Nullable()
  @Nested(() => BilingualDto, 'Why its priority is then left out, when it is the last item of one; else null.')
  readonly omission!: BilingualDto | null;
}

export class PinDocumentDto {
  @Id('Confirmed document.')
  readonly documentId!: string;
}

export class LateTopicDto {
  @Id('Topic that came late.')
  readonly topicId!: string;
}

export class LateRulingDto {
  @OneOf(['admitted', 'refused'], 'Whether it comes on the agenda.')
  readonly ruling!: 'admitted' | 'refused';

  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;
}

export class FreezeDateDto {
  @Whole(1, 366, 'Calendar days before the first day of the meeting.')
  readonly daysBefore!: number;
}

export class ParityWaiverDto {
  @OneOf(['en', 'fr'], 'Language in which something is missing.')
  readonly language!: 'en' | 'fr';

  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;
}

export class DueDto {
  @Nested(() => WallTimeDto, 'When it goes out.')
  readonly due!: WallTimeDto;
}

export class EmbargoDto {
  @Nested(() => WallTimeDto, 'Not before.')
  readonly until!: WallTimeDto;

  @Nested(() => CodedReasonDto, 'Why, from the list of the procedure.')
  readonly reason!: CodedReasonDto;
}

export class RestoreDto {
  @Whole(1, 100_000, 'Published version.')
  readonly version!: number;
}
