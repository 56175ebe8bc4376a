import type { ActionEvent, OpenedAction } from './action.events.ts';
import type { DocumentEdition } from '../kernel/index.ts';

export type ActionStatus = 'open' | 'in_progress' | 'evidence_filed' | 'done' | 'carried_forward' | 'dropped';

export interface KnownAction {
  readonly status: ActionStatus;
  readonly opened: OpenedAction;
  readonly dueSessionId: string;
  readonly evidence: readonly DocumentEdition[];
}

export type ActionState = { readonly status: 'unknown' } | KnownAction;

export const initialAction: ActionState = { status: 'unknown' };

export const evolveAction = (state: ActionState, event: ActionEvent): ActionState => {
  if (event.type === 'ActionOpened') return { status: 'open', opened: event.data, dueSessionId: event.data.dueSessionId, evidence: [] };
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'ActionStarted':
      return { ...state, status: 'in_progress' };
    case 'ActionEvidenceFiled':
      return { ...state, status: 'evidence_filed', evidence: [...state.evidence, event.data.evidence] };
    case 'ActionCompleted':
      return { ...state, status: 'done' };
    case 'ActionCarriedForward':
      return { ...state, status: 'carried_forward', dueSessionId: event.data.toSessionId };
    case 'ActionDropped':
      return { ...state, status: 'dropped' };
  }
};
