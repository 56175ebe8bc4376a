import type { AgendaContent, Instant, SessionEvent } from '../../../domain/src/index.ts';
import type { Handler, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { cancelEntry, cancelProgrammeOf, cancelSlotsBut, putEntry } from './entry-rows.ts';

type Tx = ReadModelTransaction;
type Plan = Extract<SessionEvent, { type: 'SessionPlanned' }>['data'];

const putSession = (tx: Tx, plan: Plan, status: 'confirmed' | 'tentative', at: Instant): void => {
  const { sessionId, label, start, end, place } = plan;
  const subject = `session-${sessionId}`;
  const data = { when: { days: [start, end] }, title: label, place: { en: place, fr: place } } as const;
  putEntry(tx, { uid: subject, kind: 'session', subject, audience: 'public', status, data }, at);
};

/** What the first event said of a meeting is kept, for the events that speak of it by its id alone. */
const keepMeeting = (tx: Tx, meeting: string, data: object): void => {
  tx.run('INSERT OR REPLACE INTO calendar_meeting VALUES (?, ?)', meeting, JSON.stringify(data));
};

const meetingOf = <T>(tx: Tx, meeting: string): T | null => {
  const row = tx.get<{ data: string }>('SELECT data FROM calendar_meeting WHERE meeting = ?', meeting);
  return row === undefined ? null : (JSON.parse(row.data) as T);
};

const off = (tx: Tx, meeting: string, at: Instant): void => {
  cancelEntry(tx, meeting, at);
  cancelProgrammeOf(tx, meeting, at);
};

type Announced = Parameters<Handler<'ConferenceAnnounced'>>[1]['data'];

const sessions: Projection['handlers'] = {
  SessionPlanned: (tx, { data, occurredAt }) => {
    keepMeeting(tx, `session-${data.sessionId}`, data);
    putSession(tx, data, 'tentative', occurredAt);
  },
  SessionConvened: (tx, { data, occurredAt }) => {
    const plan = meetingOf<Plan>(tx, `session-${data.sessionId}`);
    if (plan !== null) putSession(tx, plan, 'confirmed', occurredAt);
  },
  SessionOpened: (tx, { data, occurredAt }) => {
    const plan = meetingOf<Plan>(tx, `session-${data.sessionId}`);
    if (plan !== null) putSession(tx, plan, 'confirmed', occurredAt);
  },
  SessionCancelled: (tx, { data, occurredAt }) => {
    off(tx, `session-${data.sessionId}`, occurredAt);
  },
  SessionConvertedToDocuments: (tx, { data: { sessionId, classes }, occurredAt }) => {
    const title = meetingOf<Plan>(tx, `session-${sessionId}`)?.label ?? null;
    for (const { itemClass, commentsUntil } of classes) {
      if (commentsUntil === null) continue;
      const uid = `class-${itemClass}-${sessionId}`;
      const entry = { uid, kind: 'item_class', subject: `session-${sessionId}`, audience: 'public', status: 'confirmed' } as const;
      putEntry(tx, { ...entry, data: { when: { until: commentsUntil }, title } }, occurredAt);
    }
  },
};

const conferences: Projection['handlers'] = {
  // Only the month is known: nothing is put into a calendar before the dates are fixed.
  ConferenceAnnounced: (tx, { data }) => {
    keepMeeting(tx, `conference-${data.conferenceId}`, data);
  },
  ConferenceDatesFixed: (tx, { data: { conferenceId, start, end }, occurredAt }) => {
    const subject = `conference-${conferenceId}`;
    const announced = meetingOf<Announced>(tx, subject);
    if (announced === null) return;
    const place = { en: announced.place, fr: announced.place };
    const data = { when: { days: [start, end] }, title: announced.name, place } as const;
    putEntry(tx, { uid: subject, kind: 'conference', subject, audience: 'public', status: 'confirmed', data }, occurredAt);
  },
  ConferencePostponed: (tx, { data, occurredAt }) => {
    off(tx, `conference-${data.conferenceId}`, occurredAt);
  },
  ConferenceCancelled: (tx, { data, occurredAt }) => {
    off(tx, `conference-${data.conferenceId}`, occurredAt);
  },
};

const uidOfSlot = (agendaId: string, slotId: string): string => `slot-${agendaId}.${slotId}`;

const putSlots = (tx: Tx, { agendaId, programme, final }: AgendaContent, at: Instant): void => {
  const subject = `agenda-${agendaId}`;
  const { slots, rooms } = programme ?? { slots: [], rooms: [] };
  const shown = slots.map(({ slotId }) => uidOfSlot(agendaId, slotId));
  for (const { slotId, roomId, start, end, title, speakers } of slots) {
    const place = rooms.find((room) => room.roomId === roomId)?.name ?? null;
    const data = { when: { from: start, to: end }, title, place, people: speakers.map(({ person }) => person) };
    const status = final === true ? 'confirmed' : 'tentative';
    putEntry(tx, { uid: uidOfSlot(agendaId, slotId), kind: 'slot', subject, audience: 'public', status, data }, at);
  }
  cancelSlotsBut(tx, subject, shown, at);
};

const keepAgenda = (tx: Tx, agendaId: string, meeting: string): void => {
  tx.run('INSERT OR REPLACE INTO calendar_agenda VALUES (?, ?)', agendaId, meeting);
};

const programmes: Projection['handlers'] = {
  AgendaOpened: (tx, { data }) => {
    keepAgenda(tx, data.agendaId, `conference-${data.conferenceId}`);
  },
  SessionAgendaOpened: (tx, { data }) => {
    keepAgenda(tx, data.agendaId, `session-${data.sessionId}`);
  },
  AgendaVersionPublished: (tx, { data, occurredAt }) => {
    putSlots(tx, data.content, occurredAt);
    cancelEntry(tx, `publication-${data.agendaId}`, occurredAt);
  },
};

/** Meetings, and what takes place at them. */
export const meetingHandlers: Projection['handlers'] = { ...sessions, ...conferences, ...programmes };
