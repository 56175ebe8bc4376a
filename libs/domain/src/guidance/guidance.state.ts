import { dispatch, type Handlers, type Instant, type MemberCode } from '../kernel/index.ts';
import type { GuidanceEvent } from './guidance.events.ts';
import type { ClosurePolicy, ExpectedContribution, GuidanceReport, GuidanceRequest, GuidanceScope } from './guidance.values.ts';

type Data<T extends GuidanceEvent['type']> = Extract<GuidanceEvent, { type: T }>['data'];

export type GuidanceStatus = 'issued' | 'open' | 'consolidating' | 'partially_closed' | 'closed' | 'lapsed' | 'carried_over' | 'superseded';

export interface IssuedGuidance {
  readonly status: GuidanceStatus;
  readonly request: GuidanceRequest;
  readonly callId: string | null;
  readonly addressed: { readonly scope: GuidanceScope; readonly members: readonly MemberCode[] } | null;
  readonly policy: ClosurePolicy;
  readonly responses: readonly { readonly contributionId: string; readonly member: MemberCode }[];
  readonly nilReturns: readonly MemberCode[];
  readonly consolidation: Data<'GuidanceConsolidationDrafted'> | null;
  readonly report: GuidanceReport | null;
  readonly conclusion: Data<'GuidanceConcluded'> | null;
  readonly partialClosures: readonly Data<'GuidancePartiallyClosed'>[];
  readonly confirmedBy: readonly MemberCode[];
  /** Why it ended: the closing, the lapse, what took its place. */
  readonly ending: Data<'GuidanceRequestClosed' | 'GuidanceLapsed' | 'GuidanceCarriedOver' | 'GuidanceSuperseded'> | null;
  readonly enquiry: { readonly dormantSince: Instant; readonly answers: readonly Data<'GuidanceStatusEnquiryAnswered'>[] } | null;
  /** The last step that moved the matter; enquiries are none. */
  readonly lastActivityAt: Instant | null;
}

export type GuidanceState = { readonly status: 'unknown' } | IssuedGuidance;

export const initialGuidance: GuidanceState = { status: 'unknown' };

const issued = (request: GuidanceRequest): IssuedGuidance => ({
  status: 'issued',
  request,
  callId: null,
  addressed: null,
  policy: { basis: 'secretariat_judgement' },
  responses: [],
  nilReturns: [],
  consolidation: null,
  report: null,
  conclusion: null,
  partialClosures: [],
  confirmedBy: [],
  ending: null,
  enquiry: null,
  lastActivityAt: null,
});

const moved = (state: IssuedGuidance, at: Instant, changes: Partial<IssuedGuidance>): IssuedGuidance => ({
  ...state,
  ...changes,
  enquiry: null,
  lastActivityAt: at,
});

const handlers: Handlers<Exclude<GuidanceEvent, { type: 'GuidanceRequestIssued' }>, IssuedGuidance, IssuedGuidance> = {
  GuidanceRequestAddressed: ({ scope, members, addressedAt }, state) => moved(state, addressedAt, { addressed: { scope, members } }),
  GuidanceClosurePolicySet: ({ policy }, state) => ({ ...state, policy }),
  GuidanceRequestOpened: ({ callId, openedAt }, state) => moved(state, openedAt, { status: 'open', callId }),
  GuidanceResponseLinked: ({ contributionId, member, linkedAt }, state) =>
    moved(state, linkedAt, { responses: [...state.responses, { contributionId, member }] }),
  GuidanceNilReturnRecorded: ({ member, recordedAt }, state) => moved(state, recordedAt, { nilReturns: [...state.nilReturns, member] }),
  GuidanceConsolidationDrafted: (data, state) =>
    moved(state, data.draftedAt, { status: state.status === 'open' ? 'consolidating' : state.status, consolidation: data }),
  GuidanceReported: (data, state) => moved(state, data.reportedAt, { report: data }),
  GuidanceConcluded: (data, state) => moved(state, data.concludedAt, { conclusion: data }),
  GuidancePartiallyClosed: (data, state) =>
    moved(state, data.closedAt, { status: 'partially_closed', partialClosures: [...state.partialClosures, data] }),
  GuidanceRequestClosed: (data, state) => moved(state, data.closedAt, { status: 'closed', ending: data }),
  GuidanceClosureConfirmed: ({ member, confirmedAt }, state) => moved(state, confirmedAt, { confirmedBy: [...state.confirmedBy, member] }),
  GuidanceCarriedOver: (data, state) => moved(state, data.carriedAt, { status: 'carried_over', ending: data }),
  GuidanceLapsed: (data, state) => moved(state, data.lapsedAt, { status: 'lapsed', ending: data }),
  GuidanceSuperseded: (data, state) => moved(state, data.supersededAt, { status: 'superseded', ending: data }),
  GuidanceReopened: ({ reopenedAt }, state) =>
    moved(state, reopenedAt, { status: 'open', ending: null, report: null, conclusion: null, confirmedBy: [] }),
  GuidanceStatusEnquiryOpened: ({ dormantSince }, state) => ({ ...state, enquiry: { dormantSince, answers: [] } }),
  GuidanceStatusEnquiryAnswered: (data, state) =>
    state.enquiry === null ? state : { ...state, enquiry: { ...state.enquiry, answers: [...state.enquiry.answers, data] } },
};

export const evolveGuidance = (state: GuidanceState, event: GuidanceEvent): GuidanceState => {
  if (event.type === 'GuidanceRequestIssued') return issued(event.data);
  return state.status === 'unknown' ? state : dispatch(handlers, event, state);
};

/** Kinds of contribution the request takes at present; null while it takes none. */
export const expectedNow = (state: GuidanceState): ExpectedContribution | null => {
  switch (state.status) {
    case 'open':
    case 'consolidating':
    case 'partially_closed':
      return state.request.expects;
    case 'unknown':
    case 'issued':
    case 'closed':
    case 'lapsed':
    case 'carried_over':
    case 'superseded':
      return null;
  }
};

/** Addressees that have neither sent a contribution nor said that they have nothing to report. */
export const waitingMembers = ({ addressed, responses, nilReturns }: IssuedGuidance): readonly MemberCode[] =>
  (addressed?.members ?? []).filter((code) => !nilReturns.includes(code) && !responses.some(({ member }) => member === code));

/** Different Members that have sent a contribution. */
export const answeredMembers = ({ responses }: IssuedGuidance): readonly MemberCode[] => [
  ...new Set(responses.map(({ member }) => member)),
];
