import { sessionDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';
import { brusselsDate } from '../time/wall-time.ts';

export interface OpenSessionInput {
  readonly sessionId: string;
}

/** Opens a convened session, not before its first day in Brussels. */
export const openSession = useCase<OpenSessionInput>('OpenSession', (env, input, context) => {
  const now = env.clock.now();
  return runCommand(env, context, {
    decider: sessionDecider,
    id: input.sessionId,
    command: { type: 'OpenSession', data: { now, today: brusselsDate(now) } },
    input,
  });
});
