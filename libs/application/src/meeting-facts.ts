import {
  accreditationDecider,
  conferenceDecider,
  deadlineOf,
  documentDecider,
  itemsWithoutOutcome,
  sessionDecider,
  standingAt,
  termFrom,
  type AccreditationId,
  type AgendaState,
  type Deadline,
  type Instant,
  type MeetingDays,
  type OtherMeeting,
  type ReportDocument,
  type SessionAgenda,
  type Standing,
  type WorkingCalendar,
} from '../../domain/src/index.ts';
import { domainData } from '../../event-store/src/index.ts';
import type { Definition } from '../../workflow/src/index.ts';
import { agendaState } from './agenda-facts.ts';
import type { Caller, Environment } from './contract.ts';
import { stateOf } from './run-command.ts';
import { workingCalendar } from './time/secretariat-calendar.ts';
import { brusselsDate, resolveWallTime } from './time/wall-time.ts';
import { upcasters } from './upcasters.ts';

type OpenAgenda = Extract<AgendaState, { status: 'opened' }>;
type Meeting = OpenAgenda['meeting'];

/** First and last day of a meeting, read from its own stream; null while they are not fixed. */
export const daysOf = async (env: Environment, { kind, id }: Meeting): Promise<MeetingDays> => {
  if (kind === 'session') {
    const session = await stateOf(env, sessionDecider, id);
    return session.status === 'unplanned' ? null : { start: session.plan.start, end: session.plan.end };
  }
  const conference = await stateOf(env, conferenceDecider, id);
  return conference.status === 'unannounced' || conference.dates === null
    ? null
    : { start: conference.dates.start, end: conference.dates.end };
};

/** Days of the meeting of an agenda. */
export const meetingDays = async (env: Environment, agendaId: string): Promise<MeetingDays> => {
  const agenda = await agendaState(env, agendaId);
  return agenda.status === 'unopened' ? null : daysOf(env, agenda.meeting);
};

const idsOf = async (env: Environment, type: 'SessionPlanned' | 'ConferenceAnnounced', key: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const event of env.store.readAll({ filter: { types: [type] } }))
    ids.push(String(Reflect.get(domainData(event, upcasters), key)));
  return ids;
};

const sessionMeeting = async (env: Environment, id: string): Promise<readonly OtherMeeting[]> => {
  const session = await stateOf(env, sessionDecider, id);
  if (session.status === 'unplanned' || session.status === 'cancelled') return [];
  const { label, start, end, place } = session.plan;
  return [{ meetingId: id, name: label, start, end, place, source: `session-${id}` }];
};

const conferenceMeeting = async (env: Environment, id: string): Promise<readonly OtherMeeting[]> => {
  const conference = await stateOf(env, conferenceDecider, id);
  if (conference.status === 'unannounced' || conference.status === 'cancelled' || conference.dates === null) return [];
  const { announcement, dates } = conference;
  return [
    { meetingId: id, name: announcement.name, start: dates.start, end: dates.end, place: announcement.place, source: `conference-${id}` },
  ];
};

/** Sessions and conferences on record besides the one whose agenda it is. */
export const otherMeetings = async (env: Environment, agendaId: string): Promise<readonly OtherMeeting[]> => {
  const agenda = await agendaState(env, agendaId);
  const own = agenda.status === 'unopened' ? null : agenda.meeting.id;
  const sessions = await idsOf(env, 'SessionPlanned', 'sessionId');
  const conferences = await idsOf(env, 'ConferenceAnnounced', 'conferenceId');
  const found = await Promise.all([
    ...sessions.filter((id) => id !== own).map((id) => sessionMeeting(env, id)),
    ...conferences.filter((id) => id !== own).map((id) => conferenceMeeting(env, id)),
  ]);
  return found.flat();
};

/** Whether the meeting of an agenda has begun: its session was opened, its conference is in session or held. */
export const hasBegun = async (env: Environment, agendaId: string): Promise<boolean> => {
  const agenda = await agendaState(env, agendaId);
  if (agenda.status === 'unopened') return false;
  const { kind, id } = agenda.meeting;
  const { status } = kind === 'session' ? await stateOf(env, sessionDecider, id) : await stateOf(env, conferenceDecider, id);
  return ['open', 'suspended', 'closing', 'in_session', 'held'].includes(status);
};

/** Whether the session of an agenda is open. */
export const isInSession = async (env: Environment, agendaId: string): Promise<boolean> => {
  const agenda = await agendaState(env, agendaId);
  return agenda.status === 'opened' && agenda.meeting.kind === 'session'
    ? (await stateOf(env, sessionDecider, agenda.meeting.id)).status === 'open'
    : false;
};

/** Everybody registered for the conference of an agenda; nobody for a session. */
export const registeredFor = async (env: Environment, agendaId: string): Promise<readonly AccreditationId[]> => {
  const agenda = await agendaState(env, agendaId);
  if (agenda.status === 'unopened' || agenda.meeting.kind === 'session') return [];
  const conference = await stateOf(env, conferenceDecider, agenda.meeting.id);
  return conference.status === 'unannounced' ? [] : conference.participants.map(({ person }) => person);
};

/** What a session has to know of its agenda; null when the agenda is not its own. */
export const sessionAgenda = async (env: Environment, sessionId: string, agendaId: string): Promise<SessionAgenda | null> => {
  const agenda = await agendaState(env, agendaId);
  if (agenda.status === 'unopened' || agenda.meeting.kind !== 'session' || agenda.meeting.id !== sessionId) return null;
  const carryOver = agenda.outcomes.flatMap(({ itemId, carriedTo }) => (carriedTo === null ? [] : [{ agendaId, itemId, carriedTo }]));
  return { agendaId, openItems: itemsWithoutOutcome(agenda), closed: agenda.closed, carryOver };
};

/** A confirmed document that may serve as a report; null when there is none. */
export const reportDocument = async (env: Environment, documentId: string): Promise<ReportDocument | null> => {
  const document = await stateOf(env, documentDecider, documentId);
  return document.status === 'confirmed' ? { documentId, symbol: document.symbol, contentHash: document.imported.sha256 } : null;
};

/** The end, in Brussels, of the term that a procedure names, counted from a moment; that moment itself where it names none. */
export const endOfTerm = (calendar: WorkingCalendar, { deadlines }: Definition, name: string, now: Instant): Instant => {
  const after = deadlines.find((deadline) => deadline.name === name)?.after;
  if (after === undefined || 'field' in after || 'months' in after) return now;
  const counting = { calendar, resolve: resolveWallTime };
  const found = deadlineOf({ term: after, bound: 'member' }, termFrom(brusselsDate(now)), counting);
  if ('rejection' in found) throw new Error('the last minute of a day comes once in Brussels');
  return found.deadline.instant;
};

/** When an agenda is frozen that is frozen so many calendar days before its meeting: the end of that day in Brussels; null without dates. */
export const freezeDate = async (env: Environment, agendaId: string, daysBefore: number): Promise<Deadline | null> => {
  const days = await meetingDays(env, agendaId);
  if (days === null) return null;
  const rule = { term: { days: -daysBefore }, bound: 'secretariat' } as const;
  const found = deadlineOf(rule, termFrom(days.start), { calendar: await workingCalendar(env), resolve: resolveWallTime });
  return 'deadline' in found ? found.deadline : null;
};

/** Who an accreditation lets act today. */
export const standingOf = async (env: Environment, person: AccreditationId): Promise<Standing> =>
  standingAt(await stateOf(env, accreditationDecider, person), env.clock.now());

/** Whom somebody may register: himself, somebody of his own Member, or for the Secretariat anybody. */
export const mayRegister = ({ accreditationId, role, member }: Caller, person: AccreditationId, standing: Standing): boolean => {
  if (role === 'officer' || person === accreditationId) return true;
  return member !== null && standing.valid && standing.member === member;
};
