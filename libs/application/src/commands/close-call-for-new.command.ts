import { callDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface CloseCallForNewInput {
  readonly callId: string;
}

/** Puts on record that the deadline for new contributions passed; given by the timer, refused before it. */
export const closeCallForNew = useCase<CloseCallForNewInput>('CloseCallForNew', (env, input, context) => {
  const data = { now: env.clock.now() };
  return runCommand(env, context, { decider: callDecider, id: input.callId, command: { type: 'CloseCallForNew', data }, input });
});
