import type { Handlers } from '../kernel/index.ts';
import type { AgendaComment, Circulation, OpenAgendaState } from './agenda.state.ts';
import type { AgendaCirculationEvent } from './circulation.events.ts';

type State = OpenAgendaState;

const changeCirculation = (state: State, circulationId: string, change: (circulation: Circulation) => Partial<Circulation>): State => ({
  ...state,
  circulations: state.circulations.map((entry) => (entry.circulationId === circulationId ? { ...entry, ...change(entry) } : entry)),
});

const changeComment = (state: State, commentId: string, change: (comment: AgendaComment) => Partial<AgendaComment>): State => ({
  ...state,
  comments: state.comments.map((entry) => (entry.commentId === commentId ? { ...entry, ...change(entry) } : entry)),
});

export const circulationEvolve: Handlers<AgendaCirculationEvent, State, State> = {
  AgendaCirculated: ({ circulationId, version, final, addressees, commentsUntil }, state) => ({
    ...state,
    circulations: [...state.circulations, { circulationId, version, final, addressees, commentsUntil }],
  }),
  AgendaCirculationSupplemented: ({ circulationId, addressees }, state) =>
    changeCirculation(state, circulationId, (circulation) => ({ addressees: [...circulation.addressees, ...addressees] })),
  AgendaCommentPeriodExtended: ({ circulationId, commentsUntil }, state) =>
    changeCirculation(state, circulationId, () => ({ commentsUntil })),
  AgendaCommented: ({ commentId, target, kind, member, observer, by }, state) => ({
    ...state,
    comments: [...state.comments, { commentId, target, kind, member, observer, by, cosigners: [], disposed: null }],
    commentsGiven: [...state.commentsGiven, commentId],
  }),
  AgendaCommentWithdrawn: ({ commentId }, state) => ({
    ...state,
    comments: state.comments.filter((comment) => comment.commentId !== commentId),
  }),
  AgendaCommentCosigned: ({ commentId, member }, state) =>
    changeComment(state, commentId, ({ cosigners }) => ({ cosigners: [...cosigners, member] })),
  AgendaCommentDisposed: ({ commentId, disposition, reason }, state) =>
    changeComment(state, commentId, () => ({ disposed: { disposition, reason } })),
};
