import { practiceDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface AcknowledgePracticeInput {
  readonly practiceId: string;
}

/** The Secretariat confirms receipt: a recorded, timed step (row B2). */
export const acknowledgePractice = useCase<AcknowledgePracticeInput>('AcknowledgePractice', (env, input, context) =>
  runCommand(env, context, {
    decider: practiceDecider,
    id: input.practiceId,
    command: { type: 'AcknowledgePractice', data: { now: env.clock.now() } },
    input,
  }),
);
