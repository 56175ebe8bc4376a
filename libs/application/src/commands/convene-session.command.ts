import { sessionDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ConveneSessionInput {
  readonly sessionId: string;
}

/** Gives notice of a planned session. */
export const conveneSession = useCase<ConveneSessionInput>('ConveneSession', (env, input, context) =>
  runCommand(env, context, {
    decider: sessionDecider,
    id: input.sessionId,
    command: { type: 'ConveneSession', data: { now: env.clock.now() } },
    input,
  }),
);
