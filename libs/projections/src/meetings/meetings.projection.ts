import type { Projection } from '../projection.port.ts';

/** Sessions and conferences. */
export const meetingsProjection: Projection = {
  name: 'meetings',
  version: 2,
  tables: ['session', 'conference'],
  ddl: `
    CREATE TABLE session (session_id TEXT PRIMARY KEY, status TEXT NOT NULL, begins TEXT NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE conference (conference_id TEXT PRIMARY KEY, begins TEXT, ends TEXT, data TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
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
  },
};
