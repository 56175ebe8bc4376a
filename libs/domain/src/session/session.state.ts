import type { ItemClass, SessionEvent, SessionPlan } from './session.events.ts';

export type SessionStatus = 'planned' | 'convened' | 'open' | 'suspended' | 'closing' | 'closed' | 'report_adopted' | 'cancelled';

export interface PlannedSession {
  readonly status: SessionStatus;
  readonly plan: SessionPlan;
  /** Set once the session meets by document instead of in a room. */
  readonly classes: readonly ItemClass[] | null;
  readonly report: string | null;
}

export type SessionState = { readonly status: 'unplanned' } | PlannedSession;

const statusAfter: { readonly [T in Exclude<SessionEvent['type'], 'SessionPlanned' | 'SessionConvertedToDocuments'>]: SessionStatus } = {
  SessionConvened: 'convened',
  SessionOpened: 'open',
  SessionSuspended: 'suspended',
  SessionResumed: 'open',
  SessionClosingBegun: 'closing',
  SessionClosed: 'closed',
  SessionReportAdopted: 'report_adopted',
  SessionCancelled: 'cancelled',
};

export const evolveSession = (state: SessionState, event: SessionEvent): SessionState => {
  if (event.type === 'SessionPlanned') return { status: 'planned', plan: event.data, classes: null, report: null };
  if (state.status === 'unplanned') return state;
  if (event.type === 'SessionConvertedToDocuments') return { ...state, classes: event.data.classes };
  const report = event.type === 'SessionReportAdopted' ? event.data.documentId : state.report;
  return { ...state, status: statusAfter[event.type], report };
};
