import { sessionDecider, type CodedReason } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface SuspendSessionInput {
  readonly sessionId: string;
  readonly reason: CodedReason;
}

/** Suspends an open session. */
export const suspendSession = useCase<SuspendSessionInput>('SuspendSession', (env, input, context) => {
  const { sessionId, reason } = input;
  return runCommand(env, context, {
    decider: sessionDecider,
    id: sessionId,
    command: { type: 'SuspendSession', data: { now: env.clock.now(), reason } },
    input,
  });
});
