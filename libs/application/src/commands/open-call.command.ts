import { callDecider, guidanceDecider, type GuidanceRejection, type MemberCode } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import type { CommandContext, Environment } from '../contract.ts';
import { memberCodesOn } from '../facts.ts';
import { commandIdOf, refused, runCommand, stateOf, useCase } from '../run-command.ts';
import { brusselsDate } from '../time/wall-time.ts';

export interface OpenCallInput {
  readonly callId: string;
}

interface Opening {
  readonly callId: string;
  readonly guidanceIds: readonly string[];
  readonly addressees: readonly MemberCode[];
}

const already = (call: string): GuidanceRejection => ({ code: 'guidance.already_open', call });

/** The first of the call's requests that cannot be opened under it, or null. */
const checkRequests = async (env: Environment, callId: string, guidanceIds: readonly string[]): Promise<GuidanceRejection | null> => {
  for (const guidanceId of guidanceIds) {
    const guidance = await stateOf(env, guidanceDecider, guidanceId);
    if (guidance.status === 'unknown') return { code: 'guidance.not_issued' };
    if (guidance.callId !== null && guidance.callId !== callId) return already(guidance.callId);
  }
  return null;
};

const openRequests = async (env: Environment, context: CommandContext, { callId, guidanceIds, addressees }: Opening): Promise<void> => {
  const commandId = commandIdOf(context);
  for (const [index, guidanceId] of guidanceIds.entries()) {
    const command = { type: 'OpenGuidanceRequest', data: { callId, now: env.clock.now(), addressees } } as const;
    await runCommand(
      env,
      { ...context, ifMatch: null },
      { decider: guidanceDecider, id: guidanceId, command, input: { callId }, commandId: derivedId(commandId, 'guidance', index) },
    );
  }
};

/** Opens the window, addressed to the Members of that day (BR-25), and with it each request it asks for. Repeating it finishes what was interrupted. */
export const openCall = useCase<OpenCallInput>('OpenCall', async (env, input, context) => {
  const { callId } = input;
  const call = await stateOf(env, callDecider, callId);
  const guidanceIds = call.status === 'unscheduled' ? [] : call.schedule.guidanceIds;
  const wrong = await checkRequests(env, callId, guidanceIds);
  if (wrong !== null) return refused(wrong);
  const now = env.clock.now();
  const addressees = await memberCodesOn(env, brusselsDate(now));
  const outcome = await runCommand(env, context, {
    decider: callDecider,
    id: callId,
    command: { type: 'OpenCall', data: { now, addressees } },
    input,
  });
  if (outcome.kind === 'done') await openRequests(env, context, { callId, guidanceIds, addressees });
  return outcome;
});
