import type { ConferenceAnnouncement, SessionPlan } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { ConferenceFacts, ConferenceView, SessionFacts, SessionView, Viewer } from '../views.ts';

interface SessionRow {
  readonly status: SessionView['status'];
  readonly data: string;
  readonly facts: string;
}

interface ConferenceRow {
  readonly conference_id: string;
  readonly status: ConferenceView['status'];
  readonly begins: string | null;
  readonly ends: string | null;
  readonly month: string;
  readonly data: string;
  readonly facts: string;
}

const withoutCloser = ({ closed, ...facts }: SessionFacts): SessionFacts => {
  if (closed === undefined) return facts;
  const { carryOver, closedAt } = closed;
  return { ...facts, closed: { carryOver, closedAt } };
};

/** That closing was begun is the Secretariat's: for everybody else the session is open until it is closed. */
const toSession = ({ status, data, facts }: SessionRow, viewer: Viewer): SessionView => {
  const { closingBegun, ...known } = withoutCloser(JSON.parse(facts) as SessionFacts);
  const internal = viewer.kind === 'internal';
  return {
    ...(JSON.parse(data) as SessionPlan),
    status: status === 'closing' && !internal ? 'open' : status,
    facts: internal && closingBegun !== undefined ? { ...known, closingBegun } : known,
  };
};

/** That a programme is being built is the Secretariat's; everybody hears of it when it is published. */
const toConference = ({ status, begins, ends, month, data, facts }: ConferenceRow, viewer: Viewer): ConferenceView => {
  const { programme, ...known } = JSON.parse(facts) as ConferenceFacts;
  const internal = viewer.kind === 'internal';
  const shown = programme !== undefined && (internal || programme.version !== undefined);
  return {
    ...(JSON.parse(data) as ConferenceAnnouncement),
    month,
    start: begins,
    end: ends,
    status: status === 'programme_open' && !internal ? 'announced' : status,
    facts: shown ? { ...known, programme } : known,
  };
};

/** Sessions by date. */
export const sessions = (db: ReadDatabase, viewer: Viewer): readonly SessionView[] =>
  db.all<SessionRow>('SELECT status, data, facts FROM session ORDER BY begins, session_id').map((row) => toSession(row, viewer));

/** One session, or null. */
export const session = (db: ReadDatabase, sessionId: string, viewer: Viewer): SessionView | null => {
  const row = db.get<SessionRow>('SELECT status, data, facts FROM session WHERE session_id = ?', sessionId);
  return row === undefined ? null : toSession(row, viewer);
};

/** Conferences by name of their stream. */
export const conferences = (db: ReadDatabase, viewer: Viewer): readonly ConferenceView[] =>
  db.all<ConferenceRow>('SELECT * FROM conference ORDER BY conference_id').map((row) => toConference(row, viewer));

/** One conference, or null. */
export const conference = (db: ReadDatabase, conferenceId: string, viewer: Viewer): ConferenceView | null => {
  const row = db.get<ConferenceRow>('SELECT * FROM conference WHERE conference_id = ?', conferenceId);
  return row === undefined ? null : toConference(row, viewer);
};
