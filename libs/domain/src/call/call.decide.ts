import { accept, checkReasonGiven, reject, same, type Decider, type Decision, type Instant } from '../kernel/index.ts';
import type { CallCommand, CallRejection } from './call.commands.ts';
import type { CallDeadlines, CallEvent } from './call.events.ts';
import { evolveCall, initialCall, type CallState, type CallStatus, type ScheduledCall } from './call.state.ts';

type CallDecision = Decision<CallEvent, CallRejection>;
type Data<T extends CallCommand['type']> = Extract<CallCommand, { type: T }>['data'];

const wrongStage = ({ status }: ScheduledCall, needed: CallStatus): CallDecision =>
  reject({ code: 'call.wrong_stage', stage: status, needed });

const checkOrder = ({ closesForNew, closesForEdits }: CallDeadlines): CallRejection | null =>
  closesForEdits.instant < closesForNew.instant
    ? { code: 'call.edits_close_before_new', new: closesForNew.instant, edits: closesForEdits.instant }
    : null;

const schedule = ({ now, ...data }: Data<'ScheduleCall'>, state: CallState): CallDecision => {
  if (state.status !== 'unscheduled')
    return same(state.schedule, data) ? accept() : reject({ code: 'call.already_scheduled', call: data.callId });
  if (data.guidanceIds.length === 0) return reject({ code: 'call.no_guidance_request' });
  if (data.closesForNew.instant <= now) return reject({ code: 'call.deadline_in_past', deadline: data.closesForNew.instant, now });
  const wrong = checkOrder(data);
  return wrong === null ? accept({ type: 'CallScheduled', data }) : reject(wrong);
};

const open = ({ now, addressees }: Data<'OpenCall'>, state: ScheduledCall): CallDecision => {
  if (state.status === 'open') return accept();
  if (state.status !== 'scheduled') return wrongStage(state, 'scheduled');
  const deadline = state.deadlines.closesForNew.instant;
  if (deadline <= now) return reject({ code: 'call.deadline_in_past', deadline, now });
  if (addressees.length === 0) return reject({ code: 'call.no_addressee' });
  return accept({ type: 'CallOpened', data: { callId: state.schedule.callId, openedAt: now, addressees } });
};

/** A deadline moves only forward, and only until it has passed. */
const checkMove = (from: Instant, to: Instant, now: Instant): CallRejection | null => {
  if (from === to) return null;
  if (now > from) return { code: 'call.deadline_passed', deadline: from, now };
  return to < from ? { code: 'call.not_an_extension', deadline: to } : null;
};

const extend = ({ reason, actor, now, ...moved }: Data<'ExtendCall'>, state: ScheduledCall): CallDecision => {
  const from = state.deadlines;
  const to = { closesForNew: moved.closesForNew ?? from.closesForNew, closesForEdits: moved.closesForEdits ?? from.closesForEdits };
  if (same(from, to)) return accept();
  if (state.status === 'closed_for_edits' || state.status === 'closed') return wrongStage(state, 'open');
  const wrong =
    checkReasonGiven(reason) ??
    checkMove(from.closesForNew.instant, to.closesForNew.instant, now) ??
    checkMove(from.closesForEdits.instant, to.closesForEdits.instant, now) ??
    checkOrder(to);
  if (wrong !== null) return reject(wrong);
  const { callId } = state.schedule;
  return accept({ type: 'CallExtended', data: { callId, from, to, reason, extendedBy: actor.accreditationId, extendedAt: now } });
};

/** The deadline itself is still in time. */
const checkPassed = (deadline: Instant, now: Instant): CallRejection | null =>
  now > deadline ? null : { code: 'call.deadline_not_passed', deadline, now };

const closeForNew = ({ now }: Data<'CloseCallForNew'>, state: ScheduledCall): CallDecision => {
  if (state.status === 'scheduled') return wrongStage(state, 'open');
  if (state.status !== 'open') return accept();
  const deadline = state.deadlines.closesForNew.instant;
  const wrong = checkPassed(deadline, now);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'CallClosedForNew', data: { callId: state.schedule.callId, deadline, closedAt: now } });
};

/** Whoever notices the second deadline first notices the first one too: neither passing is lost. */
const closeForEdits = ({ now }: Data<'CloseCallForEdits'>, state: ScheduledCall): CallDecision => {
  if (state.status === 'scheduled') return wrongStage(state, 'closed_for_new');
  if (state.status === 'closed_for_edits' || state.status === 'closed') return accept();
  const { callId } = state.schedule;
  const [first, second] = [state.deadlines.closesForNew.instant, state.deadlines.closesForEdits.instant];
  const wrong = checkPassed(second, now);
  if (wrong !== null) return reject(wrong);
  const closed: CallEvent = { type: 'CallClosedForEdits', data: { callId, deadline: second, closedAt: now } };
  return state.status === 'closed_for_new'
    ? accept(closed)
    : accept<CallEvent>({ type: 'CallClosedForNew', data: { callId, deadline: first, closedAt: now } }, closed);
};

const close = ({ now }: Data<'CloseCall'>, state: ScheduledCall): CallDecision => {
  if (state.status === 'closed') return accept();
  if (state.status !== 'closed_for_edits') return wrongStage(state, 'closed_for_edits');
  return accept({ type: 'CallClosed', data: { callId: state.schedule.callId, closedAt: now } });
};

const decideScheduled = (command: Exclude<CallCommand, { type: 'ScheduleCall' }>, state: ScheduledCall): CallDecision => {
  switch (command.type) {
    case 'OpenCall':
      return open(command.data, state);
    case 'ExtendCall':
      return extend(command.data, state);
    case 'CloseCallForNew':
      return closeForNew(command.data, state);
    case 'CloseCallForEdits':
      return closeForEdits(command.data, state);
    case 'CloseCall':
      return close(command.data, state);
  }
};

export const callDecider: Decider<CallState, CallCommand, CallEvent, CallRejection> = {
  category: 'call',
  initialState: initialCall,
  evolve: evolveCall,
  decide: (command, state) => {
    if (command.type === 'ScheduleCall') return schedule(command.data, state);
    return state.status === 'unscheduled' ? reject({ code: 'call.not_scheduled' }) : decideScheduled(command, state);
  },
};
