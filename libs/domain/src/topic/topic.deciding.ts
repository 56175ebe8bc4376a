import { mapDecision, type Decision } from '../kernel/index.ts';
import type { TopicCommands } from './topic.commands.ts';
import type { TopicEvent } from './topic.events.ts';
import type { TopicRejection } from './topic.rejections.ts';
import type { Topic } from './topic.state.ts';

export type TopicDecision = Decision<TopicEvent, TopicRejection>;

/** How each command but the first is decided on a topic that is there. */
export type TopicDecisions = {
  readonly [C in Exclude<keyof TopicCommands, 'SubmitTopic' | 'EnterTopicForMember'>]: (
    data: TopicCommands[C],
    state: Topic,
  ) => TopicDecision;
};

/** What was decided of any contribution, as an event of this topic. */
export const recorded = <B extends object>(
  { release }: Topic,
  decision: Decision<B, TopicRejection>,
  name: (data: B & { readonly topicId: string }) => TopicEvent,
): TopicDecision => mapDecision(decision, (body) => name({ topicId: release.contributionId, ...body }));
