import { guidanceDecider, type WorkingText } from '../../../domain/src/index.ts';
import { actOf } from '../acts.ts';
import { sessionFact } from '../guidance-facts.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ConcludeGuidanceRequestInput {
  readonly guidanceId: string;
  readonly sessionId: string;
  readonly conclusion: 'close' | 'carry_over';
  readonly text: WorkingText;
}

/** The Chair concludes a request at a session; the Secretariat carries it out. */
export const concludeGuidanceRequest = useCase<ConcludeGuidanceRequestInput>('ConcludeGuidanceRequest', async (env, input, context) => {
  const { guidanceId, sessionId, conclusion, text } = input;
  const data = { ...actOf(env, context), sessionId, session: await sessionFact(env, sessionId), conclusion, text };
  return runCommand(env, context, { decider: guidanceDecider, id: guidanceId, command: { type: 'ConcludeGuidanceRequest', data }, input });
});
