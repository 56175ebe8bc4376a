import type { ConferenceEvent, ConferenceStatus, SessionEvent, SessionStatus } from '../../../domain/src/index.ts';
import type { Handler, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

type Tx = ReadModelTransaction;

/** A session stands there, and why or since when is kept under a name. */
const sessionStands = (tx: Tx, status: SessionStatus, name: string, { sessionId, ...fact }: { readonly sessionId: string }): void => {
  const sql = `UPDATE session SET status = ?, facts = json_set(facts, '$.${name}', json(?)) WHERE session_id = ?`;
  tx.run(sql, status, JSON.stringify(fact), sessionId);
};

const noteOnConference = (tx: Tx, name: string, { conferenceId, ...fact }: { readonly conferenceId: string }): void => {
  const sql = `UPDATE conference SET facts = json_set(facts, '$.${name}', json(?)) WHERE conference_id = ?`;
  tx.run(sql, JSON.stringify(fact), conferenceId);
};

const conferenceStands = (tx: Tx, status: ConferenceStatus, name: string, data: { readonly conferenceId: string }): void => {
  tx.run('UPDATE conference SET status = ? WHERE conference_id = ?', status, data.conferenceId);
  noteOnConference(tx, name, data);
};

const sessionHandlers: { readonly [T in SessionEvent['type']]: Handler<T> } = {
  SessionPlanned: (tx, { data }) => {
    tx.run("INSERT INTO session VALUES (?, 'planned', ?, ?, '{}')", data.sessionId, data.start, JSON.stringify(data));
  },
  SessionConvened: (tx, { data }) => {
    sessionStands(tx, 'convened', 'convened', data);
  },
  SessionOpened: (tx, { data }) => {
    sessionStands(tx, 'open', 'opened', data);
  },
  SessionSuspended: (tx, { data }) => {
    sessionStands(tx, 'suspended', 'suspended', data);
  },
  SessionResumed: (tx, { data }) => {
    sessionStands(tx, 'open', 'resumed', data);
  },
  SessionClosingBegun: (tx, { data }) => {
    sessionStands(tx, 'closing', 'closingBegun', data);
  },
  SessionClosed: (tx, { data }) => {
    sessionStands(tx, 'closed', 'closed', data);
  },
  SessionReportAdopted: (tx, { data }) => {
    sessionStands(tx, 'report_adopted', 'report', data);
  },
  SessionCancelled: (tx, { data }) => {
    sessionStands(tx, 'cancelled', 'cancelled', data);
  },
  // It still stands where it stood: only how it meets is other.
  SessionConvertedToDocuments: (tx, { data: { sessionId, ...fact } }) => {
    const sql = "UPDATE session SET facts = json_set(facts, '$.byDocument', json(?)) WHERE session_id = ?";
    tx.run(sql, JSON.stringify(fact), sessionId);
  },
};

/** The dates of a postponed conference put it back where it was. */
const fixDates: Handler<'ConferenceDatesFixed'> = (tx, { data }) => {
  tx.run(
    `UPDATE conference SET begins = ?, ends = ?, status = CASE
       WHEN status <> 'postponed' THEN status
       WHEN facts ->> '$.programme.version' IS NOT NULL THEN 'programme_published'
       WHEN facts ->> '$.programme.agendaId' IS NOT NULL THEN 'programme_open'
       ELSE 'announced' END
     WHERE conference_id = ?`,
    data.start,
    data.end,
    data.conferenceId,
  );
  noteOnConference(tx, 'dates', data);
};

const register: Handler<'ConferenceParticipantRegistered'> = (tx, { data, revision }) => {
  const { conferenceId, person, member, part, registeredAt } = data;
  const sql = 'INSERT OR REPLACE INTO conference_participant VALUES (?, ?, ?, ?, ?, NULL, ?)';
  tx.run(sql, conferenceId, person, member, part, registeredAt, revision);
};

const conferenceHandlers: { readonly [T in ConferenceEvent['type']]: Handler<T> } = {
  ConferenceAnnounced: (tx, { data }) => {
    const sql = "INSERT INTO conference VALUES (?, 'announced', NULL, NULL, ?, ?, '{}')";
    tx.run(sql, data.conferenceId, data.month, JSON.stringify(data));
  },
  ConferenceDateRuleSet: (tx, { data }) => {
    noteOnConference(tx, 'dateRule', data);
  },
  ConferenceDatesFixed: fixDates,
  ConferenceProgrammeOpened: (tx, { data }) => {
    conferenceStands(tx, 'programme_open', 'programme', data);
  },
  ConferenceProgrammePublished: (tx, { data }) => {
    // A later version may come out while the conference sits.
    const sql = "UPDATE conference SET status = 'programme_published' WHERE conference_id = ? AND status <> 'in_session'";
    tx.run(sql, data.conferenceId);
    noteOnConference(tx, 'programme', data);
  },
  ConferenceOpened: (tx, { data }) => {
    conferenceStands(tx, 'in_session', 'opened', data);
  },
  ConferenceHeld: (tx, { data }) => {
    conferenceStands(tx, 'held', 'held', data);
  },
  ConferenceReported: (tx, { data }) => {
    conferenceStands(tx, 'reported', 'report', data);
  },
  ConferencePostponed: (tx, { data }) => {
    conferenceStands(tx, 'postponed', 'postponed', data);
    tx.run('UPDATE conference SET begins = NULL, ends = NULL, month = ? WHERE conference_id = ?', data.month, data.conferenceId);
  },
  ConferenceCancelled: (tx, { data }) => {
    conferenceStands(tx, 'cancelled', 'cancelled', data);
  },
  ConferenceParticipantRegistered: register,
  ConferenceRegistrationWithdrawn: (tx, { data: { conferenceId, person, withdrawnAt } }) => {
    const sql = 'UPDATE conference_participant SET withdrawn_at = ? WHERE conference_id = ? AND person = ?';
    tx.run(sql, withdrawnAt, conferenceId, person);
  },
};

/** Sessions and conferences, and who takes part. */
export const meetingsProjection: Projection = {
  name: 'meetings',
  version: 3,
  tables: ['session', 'conference', 'conference_participant'],
  ddl: `
    CREATE TABLE session (
      session_id TEXT PRIMARY KEY, status TEXT NOT NULL, begins TEXT NOT NULL, data TEXT NOT NULL, facts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE conference (
      conference_id TEXT PRIMARY KEY, status TEXT NOT NULL, begins TEXT, ends TEXT, month TEXT NOT NULL, data TEXT NOT NULL, facts TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE conference_participant (
      conference_id TEXT, person TEXT, member TEXT, part TEXT NOT NULL, registered_at TEXT NOT NULL, withdrawn_at TEXT, place INTEGER NOT NULL,
      PRIMARY KEY (conference_id, person)
    ) STRICT, WITHOUT ROWID;`,
  handlers: { ...sessionHandlers, ...conferenceHandlers },
};
