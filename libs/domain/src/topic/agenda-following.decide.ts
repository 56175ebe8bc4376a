import { accept, reject } from '../kernel/index.ts';
import { atWrongStage, lateRuling, reached, type Milestone } from '../contribution/index.ts';
import type { TopicCommands } from './topic.commands.ts';
import type { TopicDecision, TopicDecisions } from './topic.deciding.ts';
import type { TopicRejection } from './topic.rejections.ts';
import type { Topic } from './topic.state.ts';

type Placing = TopicCommands['UnscheduleTopic'];

/** What keeps a topic from every agenda: it is for information only (row A9), came late without a ruling (BR-12), or was not accepted. */
export const checkPlaceable = (state: Topic): TopicRejection | null => {
  if (state.content.purpose === 'for_information') return { code: 'topic.for_information_only' };
  if (state.late !== null && lateRuling(state) !== 'on_agenda') return { code: 'topic.late_without_ruling' };
  return state.ended === null && state.decided?.outcome === 'accepted' ? null : { code: 'topic.not_accepted' };
};

const isPlaced = ({ placed }: Topic, { agendaId, itemId }: Placing): boolean => placed?.agendaId === agendaId && placed.itemId === itemId;

const at = (state: Topic, milestone: Milestone): TopicRejection | null =>
  state.ended === null && state.milestone === milestone ? null : atWrongStage(state, milestone);

const placedAs = ({ release }: Topic, { agendaId, itemId }: Placing) => ({ topicId: release.contributionId, agendaId, itemId });

const schedule = ({ stands, ...wish }: TopicCommands['ScheduleTopic'], state: Topic): TopicDecision => {
  if (reached(state, 'scheduled') && isPlaced(state, wish)) return accept();
  if (!stands) return reject({ code: 'topic.not_on_agenda', agenda: wish.agendaId });
  const wrong = checkPlaceable(state) ?? at(state, 'released');
  return wrong === null ? accept({ type: 'TopicScheduled', data: { ...placedAs(state, wish), scheduledAt: wish.now } }) : reject(wrong);
};

const unschedule = (wish: Placing, state: Topic): TopicDecision => {
  if (state.milestone === 'released' && state.placed === null) return accept();
  const wrong = at(state, 'scheduled') ?? (isPlaced(state, wish) ? null : atWrongStage(state, 'scheduled'));
  return wrong === null ? accept({ type: 'TopicUnscheduled', data: { ...placedAs(state, wish), unscheduledAt: wish.now } }) : reject(wrong);
};

const publish = ({ version, ...wish }: TopicCommands['PublishTopic'], state: Topic): TopicDecision => {
  if (reached(state, 'published') && isPlaced(state, wish)) return accept();
  const wrong = at(state, 'scheduled') ?? (isPlaced(state, wish) ? null : atWrongStage(state, 'scheduled'));
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'TopicPublished', data: { ...placedAs(state, wish), version, publishedAt: wish.now } });
};

const discuss = (wish: Placing, state: Topic): TopicDecision => {
  if (reached(state, 'discussed')) return accept();
  const wrong = at(state, 'published');
  return wrong === null ? accept({ type: 'TopicDiscussed', data: { ...placedAs(state, wish), discussedAt: wish.now } }) : reject(wrong);
};

/** Closed when it was discussed, or when it was told that it will not be. */
const close = ({ now }: TopicCommands['CloseTopic'], state: Topic): TopicDecision => {
  if (state.milestone === 'closed') return accept();
  const isOver = state.milestone === 'discussed' || (state.milestone === 'released' && state.decided?.outcome === 'declined');
  if (state.ended !== null || !isOver) return reject(atWrongStage(state, 'discussed'));
  return accept({ type: 'TopicClosed', data: { topicId: state.release.contributionId, closedAt: now } });
};

export const agendaFollowing = {
  ScheduleTopic: schedule,
  UnscheduleTopic: unschedule,
  PublishTopic: publish,
  RecordTopicDiscussed: discuss,
  CloseTopic: close,
} satisfies Partial<TopicDecisions>;
