import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { SessionCommand, SessionEvent, SessionPlan, SessionRejection } from './session.events.ts';

export type SessionState =
  { readonly status: 'unplanned' } | { readonly status: 'planned' | 'convened' | 'open'; readonly plan: SessionPlan };

type SessionDecision = Decision<SessionEvent, SessionRejection>;
type Planned = Exclude<SessionState, { status: 'unplanned' }>;

const evolve = (state: SessionState, event: SessionEvent): SessionState => {
  if (event.type === 'SessionPlanned') return { status: 'planned', plan: event.data };
  if (state.status === 'unplanned') return state;
  switch (event.type) {
    case 'SessionConvened':
      return { ...state, status: 'convened' };
    case 'SessionOpened':
      return { ...state, status: 'open' };
  }
};

const plan = (data: SessionPlan, state: SessionState): SessionDecision => {
  if (state.status !== 'unplanned')
    return same(state.plan, data) ? accept() : reject({ code: 'session.already_planned', session: data.sessionId });
  const [first, second] = data.numbers;
  if (first % 2 !== 1 || second !== first + 1) return reject({ code: 'session.numbers_not_a_pair', numbers: data.numbers });
  if (data.end < data.start) return reject({ code: 'session.dates_reversed', start: data.start, end: data.end });
  return accept({ type: 'SessionPlanned', data });
};

const open = ({ now, today }: Extract<SessionCommand, { type: 'OpenSession' }>['data'], state: Planned): SessionDecision => {
  if (state.status === 'open') return accept();
  if (state.status === 'planned') return reject({ code: 'session.not_convened' });
  if (today < state.plan.start) return reject({ code: 'session.not_yet_due', start: state.plan.start, today });
  return accept({ type: 'SessionOpened', data: { sessionId: state.plan.sessionId, openedAt: now } });
};

export const sessionDecider: Decider<SessionState, SessionCommand, SessionEvent, SessionRejection> = {
  category: 'session',
  initialState: { status: 'unplanned' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'PlanSession') return plan(command.data, state);
    if (state.status === 'unplanned') return reject({ code: 'session.not_planned' });
    if (command.type === 'OpenSession') return open(command.data, state);
    return state.status === 'planned'
      ? accept({ type: 'SessionConvened', data: { sessionId: state.plan.sessionId, noticeAt: command.data.now } })
      : accept();
  },
};
