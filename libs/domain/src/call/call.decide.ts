import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { CallCommand, CallEvent, CallRejection, CallSchedule, CallWindow } from './call.events.ts';

export type CallState = { readonly status: 'unscheduled' } | { readonly status: 'scheduled' | 'open'; readonly schedule: CallSchedule };

type CallDecision = Decision<CallEvent, CallRejection>;

const schedule = ({ now, ...data }: Extract<CallCommand, { type: 'ScheduleCall' }>['data'], state: CallState): CallDecision => {
  if (state.status !== 'unscheduled')
    return same(state.schedule, data) ? accept() : reject({ code: 'call.already_scheduled', call: data.callId });
  if (data.guidanceIds.length === 0) return reject({ code: 'call.no_guidance_request' });
  if (data.closesForNew.instant <= now) return reject({ code: 'call.deadline_in_past', deadline: data.closesForNew.instant, now });
  if (data.closesForEdits.instant < data.closesForNew.instant) {
    return reject({ code: 'call.edits_close_before_new', new: data.closesForNew.instant, edits: data.closesForEdits.instant });
  }
  return accept({ type: 'CallScheduled', data });
};

const open = ({ now, addressees }: Extract<CallCommand, { type: 'OpenCall' }>['data'], state: CallState): CallDecision => {
  if (state.status === 'unscheduled') return reject({ code: 'call.not_scheduled' });
  if (state.status === 'open') return accept();
  if (state.schedule.closesForNew.instant <= now)
    return reject({ code: 'call.deadline_in_past', deadline: state.schedule.closesForNew.instant, now });
  if (addressees.length === 0) return reject({ code: 'call.no_addressee' });
  return accept({ type: 'CallOpened', data: { callId: state.schedule.callId, openedAt: now, addressees } });
};

export const callDecider: Decider<CallState, CallCommand, CallEvent, CallRejection> = {
  category: 'call',
  initialState: { status: 'unscheduled' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'CallScheduled':
        return { status: 'scheduled', schedule: event.data };
      case 'CallOpened':
        return state.status === 'unscheduled' ? state : { status: 'open', schedule: state.schedule };
    }
  },
  decide: (command, state) => (command.type === 'ScheduleCall' ? schedule(command.data, state) : open(command.data, state)),
};

/** The window as a submission sees it; null when the call does not exist. */
export const windowOf = (state: CallState): CallWindow | null =>
  state.status === 'unscheduled'
    ? null
    : {
        callId: state.schedule.callId,
        open: state.status === 'open',
        guidanceIds: state.schedule.guidanceIds,
        closesForNew: state.schedule.closesForNew.instant,
      };
