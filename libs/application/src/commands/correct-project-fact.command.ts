import { projectDecider, type SourceParagraph } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface CorrectProjectFactInput {
  readonly projectId: string;
  readonly factId: string;
  readonly correction: string;
  readonly source: SourceParagraph;
}

/** Says what a fact about a project should say, with where that was read. */
export const correctProjectFact = useCase<CorrectProjectFactInput>('CorrectProjectFact', (env, input, context) => {
  const { caller } = context;
  const data = { ...input, correctedBy: caller.accreditationId };
  return runCommand(env, context, { decider: projectDecider, id: input.projectId, command: { type: 'CorrectProjectFact', data }, input });
});
