import { documentDecider, type Correction, type WorkingText } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { readDocument } from '../read-document.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface CorrectWorkingDocumentInput {
  readonly documentId: string;
  readonly corrections: readonly Correction[];
  readonly note: WorkingText;
}

/** Puts words of an issued document right by a numbered corrigendum; its bytes stay as they were. */
export const correctWorkingDocument = useCase<CorrectWorkingDocumentInput>('CorrectWorkingDocument', async (env, input, context) => {
  const { documentId, corrections, note } = input;
  const document = await readDocument(env, documentId);
  if (document === null) return refused({ code: 'document.not_imported' });
  const named = corrections.map(({ paragraph }) => paragraph);
  const paragraphs = document.read.paragraphs.filter(({ id }) => named.includes(id));
  const data = { ...actOf(env, context), corrections, note, paragraphs };
  return runCommand(env, context, { decider: documentDecider, id: documentId, command: { type: 'CorrectWorkingDocument', data }, input });
});
