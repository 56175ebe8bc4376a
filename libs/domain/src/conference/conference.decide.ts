import {
  accept,
  checkReasonGiven,
  dispatch,
  missingLanguages,
  reject,
  same,
  type Decider,
  type Decision,
  type Handlers,
} from '../kernel/index.ts';
import type { ConferenceCommand } from './conference.commands.ts';
import type { ConferenceEvent } from './conference.events.ts';
import type { ConferenceRejection } from './conference.rejections.ts';
import { evolveConference, type AnnouncedConference, type ConferenceState, type ConferenceStatus } from './conference.state.ts';
import { registerParticipant, withdrawRegistration } from './registration.decide.ts';

type ConferenceDecision = Decision<ConferenceEvent, ConferenceRejection>;
type Data<T extends ConferenceCommand['type']> = Extract<ConferenceCommand, { type: T }>['data'];
type State = AnnouncedConference;

const isOver = ({ status }: State): boolean => ['held', 'reported', 'cancelled'].includes(status);

const over = ({ status }: State): ConferenceDecision => reject({ code: 'conference.over', status });

const wrongStatus = ({ status }: State, needed: ConferenceStatus): ConferenceDecision =>
  reject({ code: 'conference.wrong_status', status, needed });

const setDateRule = (rule: Data<'SetConferenceDateRule'>, state: State): ConferenceDecision => {
  if (same(state.dateRule, rule)) return accept();
  if (isOver(state)) return over(state);
  const missing = missingLanguages(rule.after);
  if (missing.length > 0) return reject({ code: 'conference.title_missing_language', missing });
  if (rule.end < rule.start) return reject({ code: 'conference.dates_reversed', start: rule.start, end: rule.end });
  if (state.dates !== null && state.dates.start <= rule.end)
    return reject({ code: 'conference.not_after', end: rule.end, start: state.dates.start });
  return accept({ type: 'ConferenceDateRuleSet', data: { conferenceId: state.announcement.conferenceId, ...rule } });
};

const fixDates = ({ start, end, source }: Data<'FixConferenceDates'>, state: State): ConferenceDecision => {
  const { announcement, month, dates, dateRule } = state;
  if (dates !== null)
    return dates.start === start && dates.end === end ? accept() : reject({ code: 'conference.dates_already_fixed', start: dates.start });
  if (isOver(state)) return over(state);
  if (end < start) return reject({ code: 'conference.dates_reversed', start, end });
  if (!start.startsWith(`${month}-`)) return reject({ code: 'conference.outside_announced_month', month, start });
  if (dateRule !== null && start <= dateRule.end) return reject({ code: 'conference.not_after', end: dateRule.end, start });
  return accept({ type: 'ConferenceDatesFixed', data: { conferenceId: announcement.conferenceId, start, end, source } });
};

const openProgramme = ({ now, agendaId, agendaOpen }: Data<'OpenConferenceProgramme'>, state: State): ConferenceDecision => {
  if (state.agendaId === agendaId) return accept();
  if (state.status !== 'announced') return wrongStatus(state, 'announced');
  if (!agendaOpen) return reject({ code: 'conference.agenda_not_its_own', agenda: agendaId });
  const { conferenceId } = state.announcement;
  return accept({ type: 'ConferenceProgrammeOpened', data: { conferenceId, agendaId, openedAt: now } });
};

/** A later version of the programme is published again; the same one is a repeat. */
const publishProgramme = ({ now, version }: Data<'PublishConferenceProgramme'>, state: State): ConferenceDecision => {
  const { status, agendaId, announcement } = state;
  if (agendaId === null || (status !== 'programme_open' && status !== 'programme_published' && status !== 'in_session'))
    return wrongStatus(state, 'programme_open');
  if (version === null) return reject({ code: 'conference.programme_not_published' });
  if (version === state.version) return accept();
  const data = { conferenceId: announcement.conferenceId, agendaId, version, publishedAt: now };
  return accept({ type: 'ConferenceProgrammePublished', data });
};

const open = ({ now, today }: Data<'OpenConference'>, state: State): ConferenceDecision => {
  if (state.status === 'in_session') return accept();
  if (state.status !== 'programme_published') return wrongStatus(state, 'programme_published');
  if (state.dates === null) return reject({ code: 'conference.dates_not_fixed' });
  const { start } = state.dates;
  if (today < start) return reject({ code: 'conference.not_yet_due', start, today });
  return accept({ type: 'ConferenceOpened', data: { conferenceId: state.announcement.conferenceId, openedAt: now } });
};

const close = ({ now, agendaClosed }: Data<'CloseConference'>, state: State): ConferenceDecision => {
  if (state.status === 'held' || state.status === 'reported') return accept();
  if (state.status !== 'in_session') return wrongStatus(state, 'in_session');
  if (!agendaClosed) return reject({ code: 'conference.agenda_not_closed' });
  return accept({ type: 'ConferenceHeld', data: { conferenceId: state.announcement.conferenceId, heldAt: now } });
};

const report = ({ now, report: document }: Data<'ReportConference'>, state: State): ConferenceDecision => {
  if (document === null) return reject({ code: 'conference.report_missing' });
  if (state.report !== null)
    return state.report === document.documentId ? accept() : reject({ code: 'conference.report_already_filed', document: state.report });
  if (state.status !== 'held') return wrongStatus(state, 'held');
  const data = { conferenceId: state.announcement.conferenceId, ...document, reportedAt: now };
  return accept({ type: 'ConferenceReported', data });
};

const postpone = ({ now, month, reason }: Data<'PostponeConference'>, state: State): ConferenceDecision => {
  if (state.status === 'postponed' && state.month === month) return accept();
  if (isOver(state) || state.status === 'in_session') return over(state);
  const wrong = checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  if (month <= state.month) return reject({ code: 'conference.month_not_later', month, announced: state.month });
  const data = { conferenceId: state.announcement.conferenceId, month, reason, postponedAt: now };
  return accept({ type: 'ConferencePostponed', data });
};

const cancel = ({ now, reason }: Data<'CancelConference'>, state: State): ConferenceDecision => {
  if (state.status === 'cancelled') return accept();
  if (isOver(state)) return over(state);
  const wrong = checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'ConferenceCancelled', data: { conferenceId: state.announcement.conferenceId, reason, cancelledAt: now } });
};

const decisions: Handlers<Exclude<ConferenceCommand, { type: 'AnnounceConference' }>, State, ConferenceDecision> = {
  SetConferenceDateRule: setDateRule,
  FixConferenceDates: fixDates,
  OpenConferenceProgramme: openProgramme,
  PublishConferenceProgramme: publishProgramme,
  OpenConference: open,
  CloseConference: close,
  ReportConference: report,
  PostponeConference: postpone,
  CancelConference: cancel,
  RegisterParticipant: registerParticipant,
  WithdrawRegistration: withdrawRegistration,
};

export const conferenceDecider: Decider<ConferenceState, ConferenceCommand, ConferenceEvent, ConferenceRejection> = {
  category: 'conference',
  initialState: { status: 'unannounced' },
  evolve: evolveConference,
  decide: (command, state) => {
    if (command.type !== 'AnnounceConference')
      return state.status === 'unannounced' ? reject({ code: 'conference.not_announced' }) : dispatch(decisions, command, state);
    if (state.status === 'unannounced') return accept({ type: 'ConferenceAnnounced', data: command.data });
    return same(state.announcement, command.data)
      ? accept()
      : reject({ code: 'conference.already_announced', conference: command.data.conferenceId });
  },
};
