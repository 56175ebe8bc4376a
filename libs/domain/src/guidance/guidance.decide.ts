import { accept, reject, type Decider, type Decision } from '../kernel/index.ts';
import type { GuidanceCommand, GuidanceEvent, GuidanceRejection, GuidanceRequest } from './guidance.events.ts';

export type GuidanceState =
  | { readonly status: 'unknown' }
  | { readonly status: 'issued'; readonly request: GuidanceRequest }
  | { readonly status: 'open'; readonly request: GuidanceRequest; readonly callId: string };

type GuidanceDecision = Decision<GuidanceEvent, GuidanceRejection>;

/** The same request is the same words from the same place, whichever way it reached the record. */
const sameRequest = (a: GuidanceRequest, b: GuidanceRequest): boolean =>
  a.text === b.text &&
  a.leadIn === b.leadIn &&
  a.source.symbol === b.source.symbol &&
  a.source.paragraph === b.source.paragraph &&
  a.expects === b.expects;

const issue = (
  { actor: _actor, quoted, ...request }: Extract<GuidanceCommand, { type: 'IssueGuidanceRequest' }>['data'],
  state: GuidanceState,
): GuidanceDecision => {
  if (state.status !== 'unknown')
    return sameRequest(state.request, request) ? accept() : reject({ code: 'guidance.already_issued', guidance: request.guidanceId });
  if (quoted === null || quoted.text !== request.text || quoted.leadIn !== request.leadIn)
    return reject({ code: 'guidance.not_quoted', guidance: request.guidanceId });
  return accept({ type: 'GuidanceRequestIssued', data: request });
};

export const guidanceDecider: Decider<GuidanceState, GuidanceCommand, GuidanceEvent, GuidanceRejection> = {
  category: 'guidance',
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'GuidanceRequestIssued':
        return { status: 'issued', request: event.data };
      case 'GuidanceRequestOpened':
        return state.status === 'unknown' ? state : { status: 'open', request: state.request, callId: event.data.callId };
    }
  },
  decide: (command, state) => {
    if (command.type === 'IssueGuidanceRequest') return issue(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'guidance.not_issued' });
    const { callId, now } = command.data;
    if (state.status === 'open') return state.callId === callId ? accept() : reject({ code: 'guidance.already_open', call: state.callId });
    return accept({ type: 'GuidanceRequestOpened', data: { guidanceId: state.request.guidanceId, callId, openedAt: now } });
  },
};
