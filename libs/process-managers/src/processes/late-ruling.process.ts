import { give, reactingProcess, then } from './reacting.ts';

/** Tells a late topic what the Chair ruled on an agenda about it (BR-12). One instance per topic. */
export const lateRuling = reactingProcess({
  name: 'late-ruling',
  version: 1,
  initialState: {},
  reactions: {
    AgendaLateTopicRuled: {
      of: ({ data }) => [data.topicId],
      then: (state, { data: { topicId, ruling, reason } }) =>
        then(state, give('ruleOnLateTopic', { topicId, ruling: ruling === 'admitted' ? 'on_agenda' : 'not_on_agenda', reason })),
    },
  },
});
