import { reject, type Decider, type Decision } from '../kernel/index.ts';
import { intake, type Reception } from '../contribution/index.ts';
import { agendaFollowing } from './agenda-following.decide.ts';
import { intakeDecisions } from './intake.decide.ts';
import { judgementDecisions } from './judgement.decide.ts';
import { mergeDecisions } from './merge.decide.ts';
import { mergeTargetDecisions } from './merge-target.decide.ts';
import type { TopicCommand } from './topic.commands.ts';
import type { TopicDecision, TopicDecisions } from './topic.deciding.ts';
import type { TopicEvent } from './topic.events.ts';
import { evolveTopic, initialTopic } from './topic.evolve.ts';
import type { TopicRejection } from './topic.rejections.ts';
import type { Topic, TopicState } from './topic.state.ts';
import { triageDecisions } from './triage.decide.ts';

const decisions: TopicDecisions = {
  ...intakeDecisions,
  ...triageDecisions,
  ...mergeDecisions,
  ...mergeTargetDecisions,
  ...judgementDecisions,
  ...agendaFollowing,
};

const existing = (state: TopicState): Topic | null => (state.milestone === 'none' ? null : state);

const firstFacts = ({ release, late, entry }: Reception): readonly TopicEvent[] => {
  const { contributionId: topicId } = release;
  return [
    { type: 'TopicSubmitted', data: release },
    ...(late === null ? [] : [{ type: 'TopicReceivedLate' as const, data: { topicId, ...late } }]),
    ...(entry === null ? [] : [{ type: 'TopicEnteredForMember' as const, data: { topicId, ...entry } }]),
  ];
};

/** What was submitted, whether it came late, and how the Secretariat came by it: one fact each. */
const receive = (decision: Decision<Reception, TopicRejection>): TopicDecision =>
  decision.accepted ? { accepted: true, events: decision.events.flatMap(firstFacts) } : decision;

const decide = <C extends keyof TopicDecisions>({ type, data }: TopicCommand<C>, state: Topic): TopicDecision =>
  decisions[type](data, state);

export const topicDecider: Decider<TopicState, TopicCommand, TopicEvent, TopicRejection> = {
  category: 'topic',
  initialState: initialTopic,
  evolve: evolveTopic,
  decide: (command, state) => {
    if (command.type === 'SubmitTopic') return receive(intake.submit(command.data, existing(state), 'topic'));
    if (command.type === 'EnterTopicForMember') return receive(intake.enterForMember(command.data, existing(state), 'topic'));
    return state.milestone === 'none' ? reject({ code: 'topic.not_found' }) : decide(command, state);
  },
};
