import { give, reactingProcess, then } from './reacting.ts';

interface Closing {
  readonly sessionId: string | null;
  readonly isAgendaClosed: boolean;
}

const closeWhenBoth = (agendaId: string, state: Closing) => {
  const { sessionId, isAgendaClosed } = state;
  return sessionId !== null && isAgendaClosed ? then(state, give('closeSession', { sessionId, agendaId })) : then(state);
};

/** Closes a session in its second step, when its closing was begun and its agenda is closed. One instance per agenda. */
export const sessionClosing = reactingProcess<Closing>({
  name: 'session-closing',
  version: 1,
  initialState: { sessionId: null, isAgendaClosed: false },
  reactions: {
    SessionClosingBegun: {
      of: ({ data }) => [data.agendaId],
      then: (state, { data: { agendaId, sessionId } }) => closeWhenBoth(agendaId, { ...state, sessionId }),
    },
    AgendaClosed: {
      of: ({ data }) => [data.agendaId],
      then: (state, { data: { agendaId } }) => closeWhenBoth(agendaId, { ...state, isAgendaClosed: true }),
    },
  },
});

interface Deferrals {
  readonly topics: readonly string[];
}

const without = ({ topics }: Deferrals, topicId: string): Deferrals => ({ topics: topics.filter((topic) => topic !== topicId) });

const takeUp = (state: Deferrals, sessionId: string) =>
  then(state, ...state.topics.map((topicId) => give('carryTopicOver', { topicId, sessionId })));

/**
 * Takes up again, when a session is convened and once more when it opens, what was deferred to it (BR-11). One instance per session.
 */
export const deferralCarryOver = reactingProcess<Deferrals>({
  name: 'deferral-carry-over',
  version: 1,
  initialState: { topics: [] },
  reactions: {
    TopicDeferred: {
      of: ({ data }) => [data.toSession],
      then: (state, { data: { topicId } }) => then({ topics: [...without(state, topicId).topics, topicId] }),
    },
    TopicCarriedOver: { of: ({ data }) => [data.sessionId], then: (state, { data: { topicId } }) => then(without(state, topicId)) },
    SessionConvened: { of: ({ data }) => [data.sessionId], then: (state, { data: { sessionId } }) => takeUp(state, sessionId) },
    SessionOpened: { of: ({ data }) => [data.sessionId], then: (state, { data: { sessionId } }) => takeUp(state, sessionId) },
  },
});
