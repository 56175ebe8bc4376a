import type { Projection } from '../projection.port.ts';

/** Sessions, conferences and calls. */
export const meetingsProjection: Projection = {
  name: 'meetings',
  version: 1,
  tables: ['session', 'conference', 'call'],
  ddl: `
    CREATE TABLE session (session_id TEXT PRIMARY KEY, status TEXT NOT NULL, begins TEXT NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE conference (conference_id TEXT PRIMARY KEY, begins TEXT, ends TEXT, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE call (call_id TEXT PRIMARY KEY, opened_at TEXT, addressees INTEGER NOT NULL, closes TEXT NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  handlers: {
    SessionPlanned: (tx, { data }) => {
      tx.run("INSERT INTO session VALUES (?, 'planned', ?, ?)", data.sessionId, data.start, JSON.stringify(data));
    },
    SessionConvened: (tx, { data }) => {
      tx.run("UPDATE session SET status = 'convened' WHERE session_id = ?", data.sessionId);
    },
    SessionOpened: (tx, { data }) => {
      tx.run("UPDATE session SET status = 'open' WHERE session_id = ?", data.sessionId);
    },
    ConferenceAnnounced: (tx, { data }) => {
      tx.run('INSERT INTO conference VALUES (?, NULL, NULL, ?)', data.conferenceId, JSON.stringify(data));
    },
    ConferenceDatesFixed: (tx, { data }) => {
      tx.run('UPDATE conference SET begins = ?, ends = ? WHERE conference_id = ?', data.start, data.end, data.conferenceId);
    },
    CallScheduled: (tx, { data }) => {
      tx.run('INSERT INTO call VALUES (?, NULL, 0, ?, ?)', data.callId, data.closesForNew.instant, JSON.stringify(data));
    },
    CallOpened: (tx, { data }) => {
      tx.run('UPDATE call SET opened_at = ?, addressees = ? WHERE call_id = ?', data.openedAt, data.addressees.length, data.callId);
    },
  },
};
