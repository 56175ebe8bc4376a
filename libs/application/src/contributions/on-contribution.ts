import {
  practiceDecider,
  topicDecider,
  type PracticeCommand,
  type PracticeState,
  type TopicCommand,
  type TopicState,
} from '../../../domain/src/index.ts';
import type { CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { refused, runCommand, stateOf, type Work } from '../run-command.ts';

interface More<C extends { readonly type: string; readonly data: object }> {
  readonly commandId?: string;
  readonly fill?: NonNullable<Work<never, C, never, never>['fill']>;
}

/** A Member is told of what others sent as if it were not there. */
const unknownTo = ({ caller }: CommandContext, category: 'topic' | 'practice', outcome: CommandOutcome): CommandOutcome => {
  const isForeign = outcome.kind === 'refused' && outcome.rejection.code === 'workflow.not_your_member' && caller.member !== null;
  if (!isForeign) return outcome;
  return category === 'topic' ? refused({ code: 'topic.not_found' }) : refused({ code: 'practice.not_found' });
};

/** Gives a command to one topic. */
export const onTopic = async <I extends { readonly topicId: string }>(
  env: Environment,
  context: CommandContext,
  input: I,
  command: TopicCommand,
  more: More<TopicCommand> = {},
): Promise<CommandOutcome> =>
  unknownTo(context, 'topic', await runCommand(env, context, { decider: topicDecider, id: input.topicId, command, input, ...more }));

/** Gives a command to one practice. */
export const onPractice = async <I extends { readonly practiceId: string }>(
  env: Environment,
  context: CommandContext,
  input: I,
  command: PracticeCommand,
  more: More<PracticeCommand> = {},
): Promise<CommandOutcome> =>
  unknownTo(
    context,
    'practice',
    await runCommand(env, context, { decider: practiceDecider, id: input.practiceId, command, input, ...more }),
  );

/** A topic as its own stream shows it. */
export const topicState = (env: Environment, topicId: string): Promise<TopicState> => stateOf(env, topicDecider, topicId);

/** A practice as its own stream shows it. */
export const practiceState = (env: Environment, practiceId: string): Promise<PracticeState> => stateOf(env, practiceDecider, practiceId);
