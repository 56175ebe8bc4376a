import { sessionDecider } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface ResumeSessionInput {
  readonly sessionId: string;
}

/** Goes on with a suspended session. */
export const resumeSession = useCase<ResumeSessionInput>('ResumeSession', (env, input, context) => {
  const { sessionId } = input;
  return runCommand(env, context, {
    decider: sessionDecider,
    id: sessionId,
    command: { type: 'ResumeSession', data: { now: env.clock.now() } },
    input,
  });
});
