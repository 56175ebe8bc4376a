import type { Output, Step } from '../runner/process.port.ts';
import { give, reactingProcess, then } from './reacting.ts';

interface Place {
  readonly agendaId: string;
  readonly itemId: string;
}

interface Placement {
  /** The item under which the topic was put last. */
  readonly place: Place | null;
  /** The first published version that shows it there. */
  readonly version: number | null;
  readonly isReleased: boolean;
  readonly standing: 'free' | 'scheduled' | 'published';
}

const initialState: Placement = { place: null, version: null, isReleased: false, standing: 'free' };

/** A topic is scheduled once its decision was told, whichever came first; and published when a published version shows it. */
const advance = (topicId: string, state: Placement): Step<Placement> => {
  const { place, version, isReleased, standing } = state;
  const outputs: readonly Output[] =
    place === null
      ? []
      : standing === 'free' && isReleased
        ? [give('scheduleTopic', { topicId, ...place })]
        : standing === 'scheduled' && version !== null
          ? [give('publishTopic', { topicId, ...place, version })]
          : [];
  return { state, outputs };
};

/** What an agenda does to the topics that stand on it. One instance per topic. */
export const topicPlacement = reactingProcess<Placement>({
  name: 'topic-placement',
  version: 1,
  initialState,
  reactions: {
    AgendaItemAdded: {
      of: ({ data }) => [data.topicId],
      then: (state, { data: { topicId, agendaId, itemId } }) => advance(topicId, { ...state, place: { agendaId, itemId }, version: null }),
    },
    AgendaVersionPublished: {
      of: ({ data }) => data.content.headings.flatMap(({ items }) => items.flatMap((item) => ('topicId' in item ? [item.topicId] : []))),
      then: (state, { data: { agendaId, version } }, topicId) =>
        state.place?.agendaId === agendaId && state.version === null ? advance(topicId, { ...state, version }) : then(state),
    },
    TopicDecisionReleased: {
      of: ({ data }) => [data.topicId],
      then: (state, { data: { topicId } }) => advance(topicId, { ...state, isReleased: true }),
    },
    TopicReconsidered: { of: ({ data }) => [data.topicId], then: (state) => then({ ...state, isReleased: false }) },
    TopicScheduled: {
      of: ({ data }) => [data.topicId],
      then: (state, { data: { topicId } }) => advance(topicId, { ...state, standing: 'scheduled' }),
    },
    TopicUnscheduled: {
      of: ({ data }) => [data.topicId],
      then: (state) => then({ ...state, place: null, version: null, standing: 'free' }),
    },
    TopicPublished: { of: ({ data }) => [data.topicId], then: (state) => then({ ...state, standing: 'published' }) },
  },
});
