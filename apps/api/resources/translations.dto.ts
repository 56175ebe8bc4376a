import type { CommandInput } from '../../../libs/application/src/index.ts';
import { Id, InstantField, Nullable, OneOf, Pattern, Text, Whole } from '../input/fields.ts';
import { asAccreditation, asInstant } from './brand.ts';

export class TranslationRequestDto {
  @OneOf(['topic', 'practice', 'document'], 'What kind of object it is.')
  readonly object!: string;

  @Id('Which one.')
  readonly id!: string;

  @OneOf(['title', 'text', 'document'], 'Which field of a contribution; document for a document as a whole.')
  readonly field!: string;
}

export class AssignmentDto {
  @Id('Accreditation of whoever is to translate.')
  readonly translator!: string;

  @Nullable()
  @InstantField('When it is wanted; null when it does not press.')
  readonly dueAt!: string | null;
}

export class DeliveryDto {
  @Text(1, 20_000, 'The translation.')
  readonly text!: string;

  @Pattern(/^[0-9a-f]{64}$/, 'SHA-256 of the text that was translated, as the queue shows it.', '0'.repeat(64))
  readonly sourceHash!: string;
}

export class EditionDto {
  @Whole(1, 10_000, 'The edition that was read.')
  readonly edition!: number;
}

export class RevisionDto extends EditionDto {
  @Nullable()
  @Text(1, 20_000, 'How it reads now; null when nothing was changed.')
  readonly text!: string | null;
}

export class ReturnDto extends EditionDto {
  @Text(1, 4_000, 'What is wrong with it.')
  readonly reason!: string;
}

export const toAssignment = ({ translator, dueAt }: AssignmentDto, translationId: string): CommandInput<'assignTranslation'> => ({
  translationId,
  translator: asAccreditation(translator),
  dueAt: dueAt === null ? null : asInstant(dueAt),
});
