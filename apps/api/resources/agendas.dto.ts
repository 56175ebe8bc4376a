import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { ActionLabel } from '../../../libs/domain/src/index.ts';
import { Id, Nested, Nullable, Optional, Pattern, Text, WordList } from '../input/fields.ts';
import { BilingualDto } from '../input/shared.dto.ts';

const themeCode = /^[A-Z][A-Z_]{1,39}$/;

export class OpenAgendaDto {
  @Id('Id of the agenda.')
  readonly agendaId!: string;

  @Id('Conference it is for.')
  readonly conferenceId!: string;

  @Id('Set of themes whose priorities it accounts for.')
  readonly themeSetId!: string;

  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;
}

export class HeadingDto {
  @Nested(() => BilingualDto, 'Title.')
  readonly title!: BilingualDto;

  @Nullable()
  @Pattern(themeCode, 'Priority it stands for; null for none.', 'ORIGIN')
  readonly theme!: string | null;
}

export class ItemDto {
  @Id('Heading it goes under.')
  readonly headingId!: string;

  @Id('Accepted topic.')
  readonly topicId!: string;

  @Nested(() => BilingualDto, 'Title on the agenda.')
  readonly title!: BilingualDto;

  @WordList(['for_decision', 'for_guidance', 'for_discussion', 'to_take_note'], 'What the body is asked to do.')
  readonly actionLabels!: ActionLabel[];
}

export class OmissionDto {
  @Pattern(themeCode, 'Priority that is left out.', 'FREE_ZONES')
  readonly theme!: string;

  @Nested(() => BilingualDto, 'Why.')
  readonly reason!: BilingualDto;
}

export class ChangeNoteDto {
  @Nested(() => BilingualDto, 'What this version changes.')
  readonly changeNote!: BilingualDto;

  @Optional()
  @ApiProperty({ type: Boolean, description: 'Set when it shall no longer be a draft (BR-21); a draft unless told.' })
  @IsBoolean()
  readonly final?: boolean;
}

export class RemarkDto {
  @Text(1, 4_000, 'What is to be mended.')
  readonly remark!: string;
}

export class ApprovalDto {
  @Pattern(/^[0-9a-f]{64}$/, 'SHA-256 of the content that the approver has read.', 'a'.repeat(64))
  readonly contentHash!: string;
}
