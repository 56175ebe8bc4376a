import { differenceOf, documentDecider } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { readDocument } from '../read-document.ts';
import { refused, runCommand, useCase } from '../run-command.ts';

export interface SupersedeWorkingDocumentInput {
  readonly documentId: string;
  /** The later edition. */
  readonly supersededBy: string;
}

/** A confirmed later edition takes the place of a document; what it changes is recorded with it (BR-29). */
export const supersedeWorkingDocument = useCase<SupersedeWorkingDocumentInput>('SupersedeWorkingDocument', async (env, input, context) => {
  const { documentId, supersededBy } = input;
  const [earlier, later] = await Promise.all([readDocument(env, documentId), readDocument(env, supersededBy)]);
  if (earlier === null || later === null) return refused({ code: 'document.not_imported' });
  const { state } = later;
  const successor = state.status === 'confirmed' ? { documentId: supersededBy, symbol: state.symbol } : null;
  const data = { ...actOf(env, context), successor, difference: differenceOf(earlier.read, later.read) };
  return runCommand(env, context, {
    decider: documentDecider,
    id: documentId,
    command: { type: 'SupersedeWorkingDocument', data },
    input,
  });
});
