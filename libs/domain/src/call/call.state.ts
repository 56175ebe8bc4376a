import type { CallDeadlines, CallEvent, CallSchedule, CallWindow } from './call.events.ts';

export type CallStatus = 'scheduled' | 'open' | 'closed_for_new' | 'closed_for_edits' | 'closed';

export interface ScheduledCall {
  readonly status: CallStatus;
  /** As it was scheduled. */
  readonly schedule: CallSchedule;
  /** As they stand after every extension. */
  readonly deadlines: CallDeadlines;
}

export type CallState = { readonly status: 'unscheduled' } | ScheduledCall;

export const initialCall: CallState = { status: 'unscheduled' };

export const evolveCall = (state: CallState, event: CallEvent): CallState => {
  if (event.type === 'CallScheduled') {
    const { closesForNew, closesForEdits } = event.data;
    return { status: 'scheduled', schedule: event.data, deadlines: { closesForNew, closesForEdits } };
  }
  if (state.status === 'unscheduled') return state;
  switch (event.type) {
    case 'CallOpened':
      return { ...state, status: 'open' };
    case 'CallExtended':
      return { ...state, deadlines: event.data.to };
    case 'CallClosedForNew':
      return { ...state, status: 'closed_for_new' };
    case 'CallClosedForEdits':
      return { ...state, status: 'closed_for_edits' };
    case 'CallClosed':
      return { ...state, status: 'closed' };
  }
};

/** The window as a submission sees it; null when the call does not exist. */
export const windowOf = (state: CallState): CallWindow | null =>
  state.status === 'unscheduled'
    ? null
    : {
        callId: state.schedule.callId,
        open: state.status === 'open' || state.status === 'closed_for_new',
        guidanceIds: state.schedule.guidanceIds,
        closesForNew: state.deadlines.closesForNew.instant,
        closesForEdits: state.deadlines.closesForEdits.instant,
        lateInput: state.schedule.lateInput ?? 'kept',
      };
