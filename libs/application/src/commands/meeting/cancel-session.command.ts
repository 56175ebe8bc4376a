import { sessionDecider, type CodedReason } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface CancelSessionInput {
  readonly sessionId: string;
  readonly reason: CodedReason;
}

/** Cancels a session that has not begun. */
export const cancelSession = useCase<CancelSessionInput>('CancelSession', (env, input, context) => {
  const { sessionId, reason } = input;
  return runCommand(env, context, {
    decider: sessionDecider,
    id: sessionId,
    command: { type: 'CancelSession', data: { now: env.clock.now(), reason } },
    input,
  });
});
