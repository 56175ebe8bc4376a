import type { CallStatus } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const stands = (tx: ReadModelTransaction, callId: string, status: CallStatus): void => {
  tx.run('UPDATE call SET status = ? WHERE call_id = ?', status, callId);
};

/** Calls with their deadlines as they stand, and how they came to stand so. */
export const callsProjection: Projection = {
  name: 'calls',
  version: 1,
  tables: ['call'],
  ddl: `CREATE TABLE call (call_id TEXT PRIMARY KEY, status TEXT NOT NULL, opened_at TEXT, addressees INTEGER NOT NULL, closes TEXT NOT NULL, data TEXT NOT NULL, extensions TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  handlers: {
    CallScheduled: (tx, { data }) => {
      tx.run("INSERT INTO call VALUES (?, 'scheduled', NULL, 0, ?, ?, '[]')", data.callId, data.closesForNew.instant, JSON.stringify(data));
    },
    CallOpened: (tx, { data }) => {
      stands(tx, data.callId, 'open');
      tx.run('UPDATE call SET opened_at = ?, addressees = ? WHERE call_id = ?', data.openedAt, data.addressees.length, data.callId);
    },
    CallExtended: (tx, { data }) => {
      const { callId, from, to, reason, extendedAt } = data;
      tx.run(
        "UPDATE call SET closes = ?, data = json_patch(data, ?), extensions = json_insert(extensions, '$[#]', json(?)) WHERE call_id = ?",
        to.closesForNew.instant,
        JSON.stringify(to),
        JSON.stringify({ from, to, reason, extendedAt }),
        callId,
      );
    },
    CallClosedForNew: (tx, { data }) => {
      stands(tx, data.callId, 'closed_for_new');
    },
    CallClosedForEdits: (tx, { data }) => {
      stands(tx, data.callId, 'closed_for_edits');
    },
    CallClosed: (tx, { data }) => {
      stands(tx, data.callId, 'closed');
    },
  },
};
