import { documentDecider, sessionDecider, type DocumentHeader } from '../../../domain/src/index.ts';
import { refused, runCommand, stateOf, useCase } from '../run-command.ts';

export interface ConfirmWorkingDocumentInput {
  readonly documentId: string;
  readonly sessionId: string;
  /** Header fields that the person fills or corrects. */
  readonly supplied: Partial<DocumentHeader>;
}

/** A person has read the warnings and stands for the header (BR-28). */
export const confirmWorkingDocument = useCase<ConfirmWorkingDocumentInput>('ConfirmWorkingDocument', async (env, input, context) => {
  const { documentId, sessionId, supplied } = input;
  if ((await stateOf(env, sessionDecider, sessionId)).status === 'unplanned') return refused({ code: 'session.not_planned' });
  const data = { now: env.clock.now(), actor: context.caller, sessionId, supplied };
  return runCommand(env, context, { decider: documentDecider, id: documentId, command: { type: 'ConfirmWorkingDocument', data }, input });
});
