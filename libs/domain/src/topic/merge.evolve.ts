import type { ClosedMerge, Topic } from './topic.state.ts';
import type { TopicSteps } from './topic.steps.ts';

const closed = (state: Topic, { mergeId, targetId }: Pick<ClosedMerge, 'mergeId' | 'targetId'>, end: ClosedMerge['end']): Topic => ({
  ...state,
  merge: null,
  closedMerges: [...state.closedMerges.filter((one) => one.mergeId !== mergeId), { mergeId, targetId, end }],
});

export const mergeSteps = {
  TopicMergeProposed: (state, { mergeId, targetId, asked }) => ({
    ...state,
    merge: { mergeId, targetId, status: 'proposed', asked, consented: [] },
  }),
  TopicMergeConsented: (state, { member }) => ({
    ...state,
    merge: state.merge === null ? null : { ...state.merge, consented: [...state.merge.consented, member] },
  }),
  TopicMergeRefused: (state, data) => closed(state, data, 'refused'),
  TopicMergeProposalWithdrawn: (state, data) => closed(state, data, 'proposal_withdrawn'),
  TopicMergeReserved: (state) => ({ ...state, merge: state.merge === null ? null : { ...state.merge, status: 'reserved' } }),
  TopicMergeReleased: (state, data) => closed(state, data, 'released'),
  TopicMergedInto: (state, data) => ({ ...closed(state, data, 'merged'), ended: 'merged' }),
  // Triage begins again; what was recommended and decided before stands in the record beside it.
  TopicUnmerged: (state, data) => ({
    ...closed(state, data, 'unmerged'),
    ended: null,
    milestone: 'acknowledged',
    recommended: null,
    recommenders: [],
  }),
  TopicMergeAccepted: (state, { sourceId, mergeId, reference, contentHash, sponsors, late, acceptedAt }) => ({
    ...state,
    sources: [...state.sources, { sourceId, mergeId, reference, contentHash, sponsors, late }],
    sponsors: [...state.sponsors, ...sponsors.map((member) => ({ member, since: acceptedAt, until: null, source: sourceId }))],
  }),
  TopicSourceDropped: (state, { sourceId, mergeId, droppedAt }) => ({
    ...state,
    sources: state.sources.filter((source) => source.mergeId !== mergeId),
    droppedMerges: [...state.droppedMerges, mergeId],
    sponsors: state.sponsors.map((one) => (one.source === sourceId && one.until === null ? { ...one, until: droppedAt } : one)),
  }),
} satisfies Partial<TopicSteps>;
