import { accept, checkReasonGiven, dispatch, reject, repeated, same, type Decider, type Decision, type Handlers } from '../kernel/index.ts';
import type { SessionCommand } from './session.commands.ts';
import type { SessionEvent, SessionPlan } from './session.events.ts';
import type { SessionRejection } from './session.rejections.ts';
import { evolveSession, type PlannedSession, type SessionState, type SessionStatus } from './session.state.ts';

type SessionDecision = Decision<SessionEvent, SessionRejection>;
type Data<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>['data'];
type OnPlanned = Exclude<SessionCommand, { type: 'PlanSession' }>;

const plan = (data: SessionPlan, state: SessionState): SessionDecision => {
  if (state.status !== 'unplanned')
    return same(state.plan, data) ? accept() : reject({ code: 'session.already_planned', session: data.sessionId });
  const [first, second] = data.numbers;
  if (first % 2 !== 1 || second !== first + 1) return reject({ code: 'session.numbers_not_a_pair', numbers: data.numbers });
  if (data.end < data.start) return reject({ code: 'session.dates_reversed', start: data.start, end: data.end });
  return accept({ type: 'SessionPlanned', data });
};

const wrongStatus = (status: SessionStatus, needed: SessionStatus): SessionDecision =>
  reject({ code: 'session.wrong_status', status, needed });

const convene = ({ now }: Data<'ConveneSession'>, { status, plan: { sessionId } }: PlannedSession): SessionDecision => {
  if (status === 'cancelled') return reject({ code: 'session.over', status });
  return status === 'planned' ? accept({ type: 'SessionConvened', data: { sessionId, noticeAt: now } }) : accept();
};

const open = ({ now, today }: Data<'OpenSession'>, { status, plan: { sessionId, start } }: PlannedSession): SessionDecision => {
  if (status === 'open') return accept();
  if (status === 'planned') return reject({ code: 'session.not_convened' });
  if (status === 'suspended') return wrongStatus(status, 'convened');
  if (status !== 'convened') return reject({ code: 'session.over', status });
  if (today < start) return reject({ code: 'session.not_yet_due', start, today });
  return accept({ type: 'SessionOpened', data: { sessionId, openedAt: now } });
};

const suspend = ({ now, reason }: Data<'SuspendSession'>, { status, plan: { sessionId } }: PlannedSession): SessionDecision => {
  if (status === 'suspended') return accept();
  if (status !== 'open') return wrongStatus(status, 'open');
  const wrong = checkReasonGiven(reason);
  return wrong === null ? accept({ type: 'SessionSuspended', data: { sessionId, reason, suspendedAt: now } }) : reject(wrong);
};

const resume = ({ now }: Data<'ResumeSession'>, { status, plan: { sessionId } }: PlannedSession): SessionDecision => {
  if (status === 'open') return accept();
  if (status !== 'suspended') return wrongStatus(status, 'suspended');
  return accept({ type: 'SessionResumed', data: { sessionId, resumedAt: now } });
};

const isOver = (status: SessionStatus): boolean => status === 'closed' || status === 'report_adopted';

/** Step one: the session takes nothing new; from here the agenda is closed, whatever else happens. */
const beginClosing = (
  { actor, now, agenda }: Data<'BeginSessionClosing'>,
  { status, plan: { sessionId } }: PlannedSession,
): SessionDecision => {
  if (status === 'closing' || isOver(status)) return accept();
  if (status !== 'open') return wrongStatus(status, 'open');
  if (agenda === null) return reject({ code: 'session.agenda_missing' });
  if (agenda.openItems.length > 0) return reject({ code: 'session.items_open', items: agenda.openItems });
  const data = { sessionId, agendaId: agenda.agendaId, begunBy: actor.accreditationId, begunAt: now };
  return accept({ type: 'SessionClosingBegun', data });
};

/** Step two: the agenda is closed for good, so what is carried over can no longer change under the decision (DESIGN §5). */
const close = ({ actor, now, agenda }: Data<'CloseSession'>, { status, plan: { sessionId } }: PlannedSession): SessionDecision => {
  if (isOver(status)) return accept();
  if (status !== 'closing') return wrongStatus(status, 'closing');
  if (agenda === null) return reject({ code: 'session.agenda_missing' });
  if (!agenda.closed) return reject({ code: 'session.agenda_not_closed', agenda: agenda.agendaId });
  const data = { sessionId, carryOver: agenda.carryOver, closedBy: actor.accreditationId, closedAt: now };
  return accept({ type: 'SessionClosed', data });
};

const adoptReport = (
  { now, report }: Data<'AdoptSessionReport'>,
  { status, report: adopted, plan: { sessionId } }: PlannedSession,
): SessionDecision => {
  if (report === null) return reject({ code: 'session.report_missing' });
  if (adopted !== null)
    return adopted === report.documentId ? accept() : reject({ code: 'session.report_already_adopted', document: adopted });
  if (status !== 'closed') return wrongStatus(status, 'closed');
  return accept({ type: 'SessionReportAdopted', data: { sessionId, ...report, adoptedAt: now } });
};

const cancel = ({ now, reason }: Data<'CancelSession'>, { status, plan: { sessionId } }: PlannedSession): SessionDecision => {
  if (status === 'cancelled') return accept();
  if (status !== 'planned' && status !== 'convened') return reject({ code: 'session.over', status });
  const wrong = checkReasonGiven(reason);
  return wrong === null ? accept({ type: 'SessionCancelled', data: { sessionId, reason, cancelledAt: now } }) : reject(wrong);
};

/** Every item is in one class. */
const checkClasses = ({ classes, itemIds }: Data<'ConvertSessionToDocuments'>): SessionRejection | null => {
  const classed = classes.flatMap((entry) => entry.itemIds);
  const twice = repeated(classed);
  if (twice.length > 0) return { code: 'session.item_classed_twice', items: twice };
  const items = itemIds.filter((itemId) => !classed.includes(itemId));
  return items.length === 0 ? null : { code: 'session.items_unclassed', items };
};

/** The session meets by document, as the PTC did in 2020: each class of items with its own last moment for comments. */
const convert = (wish: Data<'ConvertSessionToDocuments'>, state: PlannedSession): SessionDecision => {
  const { now, reason, classes } = wish;
  const { status, plan: planned } = state;
  if (state.classes !== null && same(state.classes, classes)) return accept();
  if (status !== 'planned' && status !== 'convened') return reject({ code: 'session.over', status });
  const wrong = checkReasonGiven(reason) ?? checkClasses(wish);
  if (wrong !== null) return reject(wrong);
  return accept({
    type: 'SessionConvertedToDocuments',
    data: { sessionId: planned.sessionId, reason, classes, convertedAt: now },
  });
};

const decisions: Handlers<OnPlanned, PlannedSession, SessionDecision> = {
  ConveneSession: convene,
  OpenSession: open,
  SuspendSession: suspend,
  ResumeSession: resume,
  BeginSessionClosing: beginClosing,
  CloseSession: close,
  AdoptSessionReport: adoptReport,
  CancelSession: cancel,
  ConvertSessionToDocuments: convert,
};

export const sessionDecider: Decider<SessionState, SessionCommand, SessionEvent, SessionRejection> = {
  category: 'session',
  initialState: { status: 'unplanned' },
  evolve: evolveSession,
  decide: (command, state) => {
    if (command.type === 'PlanSession') return plan(command.data, state);
    return state.status === 'unplanned' ? reject({ code: 'session.not_planned' }) : dispatch(decisions, command, state);
  },
};
