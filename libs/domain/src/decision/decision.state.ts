import { dispatch, type Deadline, type Handlers, type Instant, type MemberCode } from '../kernel/index.ts';
import type { DecisionEvent, DecisionText, DraftedDecision, HigherBody, PriorDecision } from './decision.events.ts';

type Data<T extends DecisionEvent['type']> = Extract<DecisionEvent, { type: T }>['data'];

export type DecisionStatus =
  'drafted' | 'silence_running' | 'silence_broken' | 'adopted' | 'not_adopted' | 'transmitted' | 'implemented' | 'superseded';

/** A text before the body, in writing or at a session. */
export interface KnownDecision {
  readonly status: DecisionStatus;
  readonly drafted: DraftedDecision;
  /** The words as they stand now, and who wrote them. */
  readonly current: DecisionText;
  readonly round: number;
  readonly draftedBy: string;
  readonly circulation: Data<'DecisionCirculated'> | null;
  readonly deadline: Deadline | null;
  readonly objections: readonly { readonly round: number; readonly member: MemberCode; readonly text: string }[];
  readonly adoptedAt: Instant | null;
  readonly transmittedTo: readonly HigherBody[];
  readonly supersededBy: string | null;
}

/** A decision of an earlier session: words quoted, what follows from them still open or done. */
export interface QuotedDecision {
  readonly status: 'prior';
  readonly prior: PriorDecision;
  readonly implemented: boolean;
  readonly supersededBy: string | null;
}

export type DecisionState = { readonly status: 'unknown' } | QuotedDecision | KnownDecision;

export const initialDecision: DecisionState = { status: 'unknown' };

const drafted = (data: DraftedDecision): KnownDecision => ({
  status: 'drafted',
  drafted: data,
  current: { title: data.title, text: data.text, verb: data.verb },
  round: 1,
  draftedBy: data.draftedBy,
  circulation: null,
  deadline: null,
  objections: [],
  adoptedAt: null,
  transmittedTo: [],
  supersededBy: null,
});

type LaterEvent = Exclude<DecisionEvent, { type: 'PriorDecisionRecorded' | 'DecisionDrafted' }>;

const handlers: Handlers<LaterEvent, KnownDecision, KnownDecision> = {
  DecisionRedrafted: ({ title, text, verb, round, draftedBy }, state) => ({
    ...state,
    status: 'drafted',
    current: { title, text, verb },
    round,
    draftedBy,
    circulation: null,
    deadline: null,
  }),
  DecisionCirculated: (data, state) => ({ ...state, circulation: data }),
  DecisionSilenceStarted: ({ deadline }, state) => ({ ...state, status: 'silence_running', deadline }),
  DecisionObjectionRaised: ({ round, member, text }, state) => ({ ...state, objections: [...state.objections, { round, member, text }] }),
  DecisionSilenceBroken: (_data, state) => ({ ...state, status: 'silence_broken' }),
  DecisionAdoptedBySilence: ({ adoptedAt }, state) => ({ ...state, status: 'adopted', adoptedAt }),
  DecisionAdopted: ({ adoptedAt }, state) => ({ ...state, status: 'adopted', adoptedAt }),
  DecisionNotAdopted: (_data, state) => ({ ...state, status: 'not_adopted' }),
  DecisionTransmitted: ({ to }, state) => ({ ...state, status: 'transmitted', transmittedTo: [...state.transmittedTo, to] }),
  DecisionImplemented: (_data, state) => ({ ...state, status: 'implemented' }),
  DecisionSuperseded: ({ supersededBy }, state) => ({ ...state, status: 'superseded', supersededBy }),
};

const evolveQuoted = (state: QuotedDecision, event: LaterEvent): QuotedDecision => {
  if (event.type === 'DecisionImplemented') return { ...state, implemented: true };
  return event.type === 'DecisionSuperseded' ? { ...state, supersededBy: event.data.supersededBy } : state;
};

export const evolveDecision = (state: DecisionState, event: DecisionEvent): DecisionState => {
  if (event.type === 'PriorDecisionRecorded') return { status: 'prior', prior: event.data, implemented: false, supersededBy: null };
  if (event.type === 'DecisionDrafted') return drafted(event.data);
  if (state.status === 'unknown') return state;
  return state.status === 'prior' ? evolveQuoted(state, event) : dispatch(handlers, event, state);
};

/** Whether the body has taken it: adopted, in force or carried out since, and not replaced. */
export const isAdopted = ({ status }: DecisionState): boolean =>
  status === 'adopted' || status === 'transmitted' || status === 'implemented';
