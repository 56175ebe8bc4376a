import { guidanceDecider, type GuidanceCommand } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import type { CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { commandIdOf, refused, runCommand, stateOf, useCase } from '../run-command.ts';

export interface IssueGuidanceSuccessorInput {
  /** The request that was carried over. */
  readonly guidanceId: string;
}

const withoutPredecessor: CommandOutcome = refused({ code: 'guidance.wrong_stage', stage: 'unknown', needed: 'carried_over' });

/** Issues what a request carried over goes on as: the same words, at the later session, put to the same Members. */
export const continueGuidance = async (
  env: Environment,
  context: CommandContext,
  guidanceId: string,
  commandId: string,
): Promise<CommandOutcome> => {
  const carried = await stateOf(env, guidanceDecider, guidanceId);
  if (carried.status === 'unknown' || carried.ending === null || !('successorId' in carried.ending)) return withoutPredecessor;
  const { request, addressed, ending } = carried;
  const { leadIn, text } = request;
  const next = { ...request, guidanceId: ending.successorId, sessionId: ending.toSessionId, carriedFrom: guidanceId };
  const give = (command: GuidanceCommand, id: string): Promise<CommandOutcome> =>
    runCommand(env, context, {
      decider: guidanceDecider,
      id: ending.successorId,
      command,
      input: { guidanceId },
      commandId: id,
    });
  const issued = await give(
    { type: 'IssueGuidanceRequest', data: { ...next, actor: context.caller, quoted: { leadIn, text } } },
    commandId,
  );
  if (issued.kind === 'done' && addressed !== null)
    await give({ type: 'AddressGuidanceRequest', data: { ...addressed, now: env.clock.now() } }, derivedId(commandId, 'addressees', 0));
  return issued;
};

/** Issues the successor of a request that was carried over, when that was interrupted; given by a process. */
export const issueGuidanceSuccessor = useCase<IssueGuidanceSuccessorInput>('IssueGuidanceRequest', (env, { guidanceId }, context) =>
  continueGuidance(env, context, guidanceId, commandIdOf(context)),
);
