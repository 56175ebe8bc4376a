import type { ActionStatus } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const stands = (tx: ReadModelTransaction, actionId: string, status: ActionStatus, revision: number): void => {
  tx.run('UPDATE action SET status = ?, revision = ? WHERE action_id = ?', status, revision, actionId);
};

const add = (tx: ReadModelTransaction, actionId: string, column: 'evidence' | 'carried', entry: object): void => {
  tx.run(`UPDATE action SET ${column} = json_insert(${column}, '$[#]', json(?)) WHERE action_id = ?`, JSON.stringify(entry), actionId);
};

/** What follows from decisions and guidance: who owes it, at which session, with which evidence. */
export const actionsProjection: Projection = {
  name: 'actions',
  version: 1,
  tables: ['action', 'closed_session'],
  ddl: `
    CREATE TABLE action (
      action_id TEXT PRIMARY KEY, status TEXT NOT NULL, owner TEXT NOT NULL, due_session TEXT NOT NULL, data TEXT NOT NULL, evidence TEXT NOT NULL, carried TEXT NOT NULL, revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE closed_session (session_id TEXT PRIMARY KEY, closed_at TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  handlers: {
    ActionOpened: (tx, { data, revision }) => {
      const { actionId, owner, dueSessionId } = data;
      tx.run(
        "INSERT INTO action VALUES (?, 'open', ?, ?, ?, '[]', '[]', ?)",
        actionId,
        owner,
        dueSessionId,
        JSON.stringify(data),
        revision,
      );
    },
    ActionStarted: (tx, { data, revision }) => {
      stands(tx, data.actionId, 'in_progress', revision);
    },
    ActionEvidenceFiled: (tx, { data, revision }) => {
      const { actionId, evidence, note, filedAt } = data;
      add(tx, actionId, 'evidence', { ...evidence, note, filedAt });
      stands(tx, actionId, 'evidence_filed', revision);
    },
    ActionCompleted: (tx, { data, revision }) => {
      stands(tx, data.actionId, 'done', revision);
    },
    ActionCarriedForward: (tx, { data, revision }) => {
      const { carriedBy: _internal, ...entry } = data;
      add(tx, data.actionId, 'carried', entry);
      stands(tx, data.actionId, 'carried_forward', revision);
      tx.run('UPDATE action SET due_session = ? WHERE action_id = ?', data.toSessionId, data.actionId);
    },
    ActionDropped: (tx, { data, revision }) => {
      stands(tx, data.actionId, 'dropped', revision);
    },
    SessionClosed: (tx, { data }) => {
      tx.run('INSERT OR IGNORE INTO closed_session VALUES (?, ?)', data.sessionId, data.closedAt);
    },
  },
};
