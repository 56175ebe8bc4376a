import { callDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface CloseCallForEditsInput {
  readonly callId: string;
}

/** Puts on record that the deadline for changes passed; given by the timer, refused before it. */
export const closeCallForEdits = useCase<CloseCallForEditsInput>('CloseCallForEdits', (env, input, context) => {
  const data = { now: env.clock.now() };
  return runCommand(env, context, { decider: callDecider, id: input.callId, command: { type: 'CloseCallForEdits', data }, input });
});
