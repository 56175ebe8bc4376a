import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { ConferenceAnnouncement, ConferenceCommand, ConferenceEvent, ConferenceRejection } from './conference.events.ts';

type Dates = Extract<ConferenceEvent, { type: 'ConferenceDatesFixed' }>['data'];

export type ConferenceState =
  | { readonly status: 'unannounced' }
  | { readonly status: 'announced'; readonly announcement: ConferenceAnnouncement; readonly dates: Dates | null };

type ConferenceDecision = Decision<ConferenceEvent, ConferenceRejection>;

const fixDates = (
  { start, end, source }: Extract<ConferenceCommand, { type: 'FixConferenceDates' }>['data'],
  { announcement, dates }: Extract<ConferenceState, { status: 'announced' }>,
): ConferenceDecision => {
  if (dates !== null)
    return dates.start === start && dates.end === end ? accept() : reject({ code: 'conference.dates_already_fixed', start: dates.start });
  if (end < start) return reject({ code: 'conference.dates_reversed', start, end });
  if (!start.startsWith(`${announcement.month}-`))
    return reject({ code: 'conference.outside_announced_month', month: announcement.month, start });
  return accept({ type: 'ConferenceDatesFixed', data: { conferenceId: announcement.conferenceId, start, end, source } });
};

export const conferenceDecider: Decider<ConferenceState, ConferenceCommand, ConferenceEvent, ConferenceRejection> = {
  category: 'conference',
  initialState: { status: 'unannounced' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'ConferenceAnnounced':
        return { status: 'announced', announcement: event.data, dates: null };
      case 'ConferenceDatesFixed':
        return state.status === 'announced' ? { ...state, dates: event.data } : state;
    }
  },
  decide: (command, state) => {
    if (command.type === 'FixConferenceDates')
      return state.status === 'announced' ? fixDates(command.data, state) : reject({ code: 'conference.not_announced' });
    if (state.status === 'unannounced') return accept({ type: 'ConferenceAnnounced', data: command.data });
    return same(state.announcement, command.data)
      ? accept()
      : reject({ code: 'conference.already_announced', conference: command.data.conferenceId });
  },
};
