import { callDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface CloseCallInput {
  readonly callId: string;
}

/** Closes a call for good once its last deadline has passed. */
export const closeCall = useCase<CloseCallInput>('CloseCall', (env, input, context) => {
  const data = { now: env.clock.now() };
  return runCommand(env, context, { decider: callDecider, id: input.callId, command: { type: 'CloseCall', data }, input });
});
