import { guidanceDecider, type CodedReason } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { actOf } from '../acts.ts';
import { sessionFact } from '../guidance-facts.ts';
import { commandIdOf, runCommand, stateOf, useCase } from '../run-command.ts';
import { continueGuidance } from './issue-guidance-successor.command.ts';

export interface CarryOverGuidanceRequestInput {
  readonly guidanceId: string;
  readonly toSessionId: string;
  readonly reason: CodedReason;
}

/**
 * Carries a request over to a later session, where it goes on in the same words under a name of its own. The successor is issued
 * right after; when that is interrupted, a process or the same command once more issues it.
 */
export const carryOverGuidanceRequest = useCase<CarryOverGuidanceRequestInput>('CarryOverGuidanceRequest', async (env, input, context) => {
  const { guidanceId, toSessionId, reason } = input;
  const guidance = await stateOf(env, guidanceDecider, guidanceId);
  const from = guidance.status === 'unknown' ? null : await sessionFact(env, guidance.conclusion?.sessionId ?? guidance.request.sessionId);
  const to = await sessionFact(env, toSessionId);
  const data = { ...actOf(env, context), from, toSessionId, to, successorId: `${guidanceId}.${toSessionId}`, reason };
  const outcome = await runCommand(env, context, {
    decider: guidanceDecider,
    id: guidanceId,
    command: { type: 'CarryOverGuidanceRequest', data },
    input,
  });
  if (outcome.kind === 'done')
    await continueGuidance(env, { ...context, ifMatch: null }, guidanceId, derivedId(commandIdOf(context), 'successor', 0));
  return outcome;
});
