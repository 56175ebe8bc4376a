import { topicDecider, type CodedReason } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface AcceptTopicInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Accepts on the merits; by another person than the one who prepared it, none of them from the sponsoring Member. */
export const acceptTopic = useCase<AcceptTopicInput>('AcceptTopic', (env, input, context) =>
  runCommand(env, context, {
    decider: topicDecider,
    id: input.topicId,
    command: { type: 'AcceptTopic', data: { actor: context.caller, now: env.clock.now(), reason: input.reason } },
    input,
  }),
);
