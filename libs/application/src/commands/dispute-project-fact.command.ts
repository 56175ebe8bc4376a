import { projectDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface DisputeProjectFactInput {
  readonly projectId: string;
  readonly factId: string;
  readonly reason: string;
}

/** Says that a fact about a project is wrong; it stays, with the doubt beside it. */
export const disputeProjectFact = useCase<DisputeProjectFactInput>('DisputeProjectFact', (env, input, context) => {
  const { caller } = context;
  const data = { ...input, member: caller.member, disputedBy: caller.accreditationId };
  return runCommand(env, context, { decider: projectDecider, id: input.projectId, command: { type: 'DisputeProjectFact', data }, input });
});
