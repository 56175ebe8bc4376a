import { give, reactingProcess, then } from './reacting.ts';

/** The last merge that a topic was to go through as the one that disappears. */
interface MergeState {
  readonly mergeId: string | null;
  readonly targetId: string;
  readonly asked: readonly string[];
  readonly consented: readonly string[];
  readonly isMerged: boolean;
}

const none: MergeState = { mergeId: null, targetId: '', asked: [], consented: [], isMerged: false };

const reserveWhenAgreed = (topicId: string, state: MergeState) => {
  const isAgreed = state.asked.every((member) => state.consented.includes(member));
  return isAgreed ? then(state, give('reserveTopicMerge', { topicId, mergeId: state.mergeId })) : then(state);
};

/** What came into the target leaves it. */
const leave = (state: MergeState) =>
  then({ ...state, isMerged: false }, give('dropTopicSource', { topicId: state.targetId, mergeId: state.mergeId }));

/**
 * Carries a merge through two topics (DESIGN §5): agreed by every Member asked → the source is reserved → the target accepts →
 * the source is merged; or the target refuses → the reservation ends. What is taken out again or withdrawn leaves the target.
 * One instance per source topic.
 */
export const mergePropagation = reactingProcess<MergeState>({
  name: 'merge-propagation',
  version: 1,
  initialState: none,
  reactions: {
    TopicMergeProposed: {
      of: ({ data }) => [data.topicId],
      then: (_state, { data: { topicId, targetId, mergeId, asked } }) => reserveWhenAgreed(topicId, { ...none, mergeId, targetId, asked }),
    },
    TopicMergeConsented: {
      of: ({ data }) => [data.topicId],
      then: (state, { data: { topicId, member } }) => reserveWhenAgreed(topicId, { ...state, consented: [...state.consented, member] }),
    },
    TopicMergeReserved: {
      of: ({ data }) => [data.topicId],
      then: (state, { data: { topicId, targetId, mergeId } }) =>
        then(state, give('acceptTopicMerge', { topicId: targetId, sourceId: topicId, mergeId })),
    },
    TopicMergeAccepted: {
      of: ({ data }) => [data.sourceId],
      then: (state, { data: { sourceId, mergeId } }) => then(state, give('completeTopicMerge', { topicId: sourceId, mergeId })),
    },
    TopicMergedInto: { of: ({ data }) => [data.topicId], then: (state) => then({ ...state, isMerged: true }) },
    TopicUnmerged: { of: ({ data }) => [data.topicId], then: leave },
    TopicWithdrawn: { of: ({ data }) => [data.topicId], then: (state) => (state.isMerged ? leave(state) : then(state)) },
  },
  afterOutcome: (state, event, topicId) => {
    if (event.type !== 'ProcessCommandRefused' || state.mergeId === null) return then(state);
    const { command, code } = event.data;
    // The reservation is gone while the target had accepted: what came in leaves again.
    if (command === 'completeTopicMerge') return leave(state);
    const mayNotGoOn = command === 'acceptTopicMerge' || command === 'reserveTopicMerge';
    return mayNotGoOn ? then(state, give('releaseTopicMerge', { topicId, mergeId: state.mergeId, cause: code })) : then(state);
  },
});
