import { accept, reject } from '../kernel/index.ts';
import { reached, standing } from '../contribution/index.ts';
import type { TopicCommands } from './topic.commands.ts';
import type { TopicDecision, TopicDecisions } from './topic.deciding.ts';
import type { TopicRejection } from './topic.rejections.ts';
import type { Topic } from './topic.state.ts';

/** Whether another topic may be merged into this one: it is in the procedure, not published, and nothing was decided against it. */
export const isOpenTarget = (state: Topic): boolean => {
  if (state.ended !== null || reached(state, 'published')) return false;
  if (state.late !== null && state.late.admitted === null) return false;
  return state.decided === null || state.decided.outcome === 'accepted';
};

/** The target's own judgement, on its own stream: this is where rings break and where a withdrawal meanwhile is seen. */
const checkTakes = (sourceId: string, state: Topic): TopicRejection | null => {
  const target = state.release.contributionId;
  if (sourceId === target) return { code: 'merge.same_item' };
  if (state.merge?.status === 'reserved') return { code: 'merge.target_reserved', target };
  return isOpenTarget(state) ? null : { code: 'merge.target_not_open', target, stage: standing(state) };
};

const acceptMerge = ({ source, now }: TopicCommands['AcceptTopicMerge'], state: Topic): TopicDecision => {
  const isTaken = state.sources.some(({ mergeId }) => mergeId === source.mergeId) || state.droppedMerges.includes(source.mergeId);
  if (isTaken) return accept();
  const wrong = checkTakes(source.sourceId, state);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'TopicMergeAccepted', data: { topicId: state.release.contributionId, ...source, acceptedAt: now } });
};

/** The source was taken out again or withdrawn: its Members leave, whoever came another way stays. */
const dropSource = ({ mergeId, now }: TopicCommands['DropTopicSource'], state: Topic): TopicDecision => {
  if (state.droppedMerges.includes(mergeId)) return accept();
  const source = state.sources.find((one) => one.mergeId === mergeId);
  if (source === undefined) return reject({ code: 'merge.no_such_source' });
  const { sourceId } = source;
  const members = state.sponsors.filter((one) => one.source === sourceId && one.until === null).map(({ member }) => member);
  const dropped = { topicId: state.release.contributionId, sourceId, mergeId, members, droppedAt: now };
  return accept({ type: 'TopicSourceDropped', data: dropped });
};

export const mergeTargetDecisions = { AcceptTopicMerge: acceptMerge, DropTopicSource: dropSource } satisfies Partial<TopicDecisions>;
