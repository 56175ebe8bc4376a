import { dispatch, type AccreditationId, type MemberCode, type Handlers } from '../kernel/index.ts';
import type { ConferenceAnnouncement, ConferenceDateRule, ConferenceEvent, ParticipantPart } from './conference.events.ts';

type Dates = Extract<ConferenceEvent, { type: 'ConferenceDatesFixed' }>['data'];

export type ConferenceStatus =
  'announced' | 'programme_open' | 'programme_published' | 'in_session' | 'held' | 'reported' | 'postponed' | 'cancelled';

export interface Participant {
  readonly person: AccreditationId;
  readonly member: MemberCode | null;
  readonly part: ParticipantPart;
}

export interface AnnouncedConference {
  readonly status: ConferenceStatus;
  readonly announcement: ConferenceAnnouncement;
  /** As announced, or as postponed to. */
  readonly month: string;
  readonly dateRule: ConferenceDateRule | null;
  readonly dates: Dates | null;
  readonly agendaId: string | null;
  readonly version: number;
  readonly report: string | null;
  readonly participants: readonly Participant[];
}

export type ConferenceState = { readonly status: 'unannounced' } | AnnouncedConference;

type State = AnnouncedConference;
type AfterAnnouncement = Exclude<ConferenceEvent, { type: 'ConferenceAnnounced' }>;

const without = (state: State, person: AccreditationId): readonly Participant[] =>
  state.participants.filter((participant) => participant.person !== person);

const changes: Handlers<AfterAnnouncement, State, State> = {
  ConferenceDateRuleSet: ({ conferenceId: _conferenceId, ...dateRule }, state) => ({ ...state, dateRule }),
  // The dates of a postponed conference put it back where it was.
  ConferenceDatesFixed: (dates, state) => ({ ...state, dates, status: state.status === 'postponed' ? standing(state) : state.status }),
  ConferenceProgrammeOpened: ({ agendaId }, state) => ({ ...state, status: 'programme_open', agendaId }),
  // A later version may come out while the conference sits.
  ConferenceProgrammePublished: ({ version }, state) => ({
    ...state,
    status: state.status === 'in_session' ? 'in_session' : 'programme_published',
    version,
  }),
  ConferenceOpened: (_data, state) => ({ ...state, status: 'in_session' }),
  ConferenceHeld: (_data, state) => ({ ...state, status: 'held' }),
  ConferenceReported: ({ documentId }, state) => ({ ...state, status: 'reported', report: documentId }),
  ConferencePostponed: ({ month }, state) => ({ ...state, status: 'postponed', month, dates: null }),
  ConferenceCancelled: (_data, state) => ({ ...state, status: 'cancelled' }),
  ConferenceParticipantRegistered: ({ person, member, part }, state) => ({
    ...state,
    participants: [...without(state, person), { person, member, part }],
  }),
  ConferenceRegistrationWithdrawn: ({ person }, state) => ({ ...state, participants: without(state, person) }),
};

const standing = ({ agendaId, version }: State): ConferenceStatus => {
  if (version > 0) return 'programme_published';
  return agendaId === null ? 'announced' : 'programme_open';
};

export const evolveConference = (state: ConferenceState, event: ConferenceEvent): ConferenceState => {
  if (event.type !== 'ConferenceAnnounced') return state.status === 'unannounced' ? state : dispatch(changes, event, state);
  const { month } = event.data;
  return {
    status: 'announced',
    announcement: event.data,
    month,
    dateRule: null,
    dates: null,
    agendaId: null,
    version: 0,
    report: null,
    participants: [],
  };
};
