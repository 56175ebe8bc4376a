import { actionDecider, type WorkingText } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { evidenceOf } from '../guidance-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface FileActionEvidenceInput {
  readonly actionId: string;
  readonly documentId: string;
  readonly note: WorkingText;
}

/** Files a confirmed document as evidence that an action was carried out. */
export const fileActionEvidence = useCase<FileActionEvidenceInput>('FileActionEvidence', async (env, input, context) => {
  const { actionId, documentId, note } = input;
  const data = { ...actOf(env, context), evidence: await evidenceOf(env, documentId), note };
  return runCommand(env, context, { decider: actionDecider, id: actionId, command: { type: 'FileActionEvidence', data }, input });
});
