import { topicDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface AcknowledgeTopicInput {
  readonly topicId: string;
}

/** The Secretariat confirms receipt: a recorded, timed step (row B2). */
export const acknowledgeTopic = useCase<AcknowledgeTopicInput>('AcknowledgeTopic', (env, input, context) =>
  runCommand(env, context, {
    decider: topicDecider,
    id: input.topicId,
    command: { type: 'AcknowledgeTopic', data: { now: env.clock.now() } },
    input,
  }),
);
