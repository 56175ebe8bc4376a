import { give, reactingProcess, then } from './reacting.ts';

interface AgendaItems {
  readonly conferenceId: string | null;
  /** Topic by item. */
  readonly topics: Readonly<Record<string, string>>;
}

/** What follows from an agenda for its conference and for topics that leave it or were dealt with. One instance per agenda. */
export const agendaFollowing = reactingProcess<AgendaItems>({
  name: 'agenda-following',
  version: 1,
  initialState: { conferenceId: null, topics: {} },
  reactions: {
    AgendaOpened: {
      of: ({ data }) => [data.agendaId],
      then: (state, { data: { agendaId, conferenceId } }) =>
        then({ ...state, conferenceId }, give('openConferenceProgramme', { conferenceId, agendaId })),
    },
    AgendaItemAdded: {
      of: ({ data }) => [data.agendaId],
      then: (state, { data: { itemId, topicId } }) => then({ ...state, topics: { ...state.topics, [itemId]: topicId } }),
    },
    AgendaItemRemoved: {
      of: ({ data }) => [data.agendaId],
      then: (state, { data: { agendaId, itemId } }) => {
        const topicId = state.topics[itemId];
        return topicId === undefined ? then(state) : then(state, give('unscheduleTopic', { topicId, agendaId, itemId }));
      },
    },
    AgendaVersionPublished: {
      of: ({ data }) => [data.agendaId],
      then: (state) => {
        const { conferenceId } = state;
        return conferenceId === null ? then(state) : then(state, give('publishConferenceProgramme', { conferenceId }));
      },
    },
    AgendaOutcomeRecorded: {
      of: ({ data }) => [data.agendaId],
      then: (state, { data: { agendaId, itemId, verb } }) => {
        const topicId = state.topics[itemId];
        return topicId === undefined || verb === 'carried_forward'
          ? then(state)
          : then(state, give('recordTopicDiscussed', { topicId, agendaId, itemId }));
      },
    },
  },
});
