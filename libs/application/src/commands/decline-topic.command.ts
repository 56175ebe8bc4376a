import { topicDecider, type CodedReason } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface DeclineTopicInput {
  readonly topicId: string;
  readonly reason: CodedReason;
}

/** Declines with a coded reason and a text for the Member (BR-10); by another person than the one who prepared it. */
export const declineTopic = useCase<DeclineTopicInput>('DeclineTopic', (env, input, context) =>
  runCommand(env, context, {
    decider: topicDecider,
    id: input.topicId,
    command: { type: 'DeclineTopic', data: { actor: context.caller, now: env.clock.now(), reason: input.reason } },
    input,
  }),
);
