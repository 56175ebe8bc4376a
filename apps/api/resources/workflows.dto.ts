import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { Id, InstantField, Nested, Nullable, Pattern } from '../input/fields.ts';
import { BilingualDto, CodedReasonDto } from '../input/shared.dto.ts';

const stageName = /^[a-z][a-z_]{0,63}$/;

export class WorkflowVersionDto {
  /** Its own form is read by the interpreter's parser, which names every place that is wrong. */
  @ApiProperty({
    type: Object,
    additionalProperties: true,
    description: 'The definition: stages, commands, transitions, reasons, deadlines.',
  })
  @IsObject()
  readonly definition!: object;

  @Nested(() => BilingualDto, 'What changes.')
  readonly changeNote!: BilingualDto;
}

export class MoveToStageDto {
  @Pattern(stageName, 'Stage to enter.', 'legal_review')
  readonly to!: string;

  @Nullable()
  @Nested(() => CodedReasonDto, 'Why.')
  readonly reason!: CodedReasonDto | null;
}

export class MigrateInstanceDto {
  @Nullable()
  @Pattern(stageName, 'Stage of the version in force at which it goes on; null for the one of the same name.', 'recommended')
  readonly stage!: string | null;

  @Nested(() => BilingualDto, 'Why it is migrated.')
  readonly note!: BilingualDto;
}

export class DeadlinePassedDto {
  @Id('Deadline of the definition.')
  readonly deadline!: string;

  @InstantField('Instant at which it ended.')
  readonly dueAt!: string;
}
