import Sqlite from 'better-sqlite3';
import { spentForMs, type SessionRecord, type SessionStore } from '../session-store.ts';

const ddl = `
  CREATE TABLE IF NOT EXISTS session (
    token_sha256 TEXT PRIMARY KEY, session_id TEXT NOT NULL UNIQUE, account_id TEXT NOT NULL, accreditation_id TEXT NOT NULL,
    stage TEXT NOT NULL, started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, device TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS session_of_account ON session (account_id, started_at);
  CREATE TABLE IF NOT EXISTS spent (what TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;`;

const columns = `token_sha256 AS tokenSha256, session_id AS sessionId, account_id AS accountId, accreditation_id AS accreditationId,
  stage, started_at AS startedAt, seen_at AS seenAt, device`;

/** Work that is done at once, for a port that allows for more. */
const settled = (work: () => unknown): Promise<void> => {
  work();
  return Promise.resolve();
};

/** Keeps sessions in a file of their own. @param path  a file, or `:memory:` */
export const openSqliteSessionStore = (path: string): SessionStore => {
  const db = new Sqlite(path, { timeout: 5_000 });
  db.pragma('journal_mode = WAL');
  // A session that a power cut takes is one more sign-in; one that it brings back would outlive its end.
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.exec(ddl);
  const insert = db.prepare(
    'INSERT OR REPLACE INTO session VALUES (@tokenSha256, @sessionId, @accountId, @accreditationId, @stage, @startedAt, @seenAt, @device)',
  );
  const byToken = db.prepare<[string], SessionRecord>(`SELECT ${columns} FROM session WHERE token_sha256 = ?`);
  const ofAccount = db.prepare<[string], SessionRecord>(
    `SELECT ${columns} FROM session WHERE account_id = ? ORDER BY started_at DESC, session_id`,
  );
  const touch = db.prepare<[number, string]>('UPDATE session SET seen_at = ? WHERE token_sha256 = ?');
  const remove = db.prepare<[string]>('DELETE FROM session WHERE token_sha256 = ?');
  const sweep = db.prepare<[number, number]>('DELETE FROM session WHERE started_at < ? OR seen_at < ?');
  const forget = db.prepare<[number]>('DELETE FROM spent WHERE at < ?');
  const spend = db.prepare<[string, number]>('INSERT OR IGNORE INTO spent VALUES (?, ?)');
  return {
    put: (session) => settled(() => insert.run(session)),
    byToken: (tokenSha256) => Promise.resolve(byToken.get(tokenSha256) ?? null),
    touch: (tokenSha256, seenAt) => settled(() => touch.run(seenAt, tokenSha256)),
    ofAccount: (accountId) => Promise.resolve(ofAccount.all(accountId)),
    remove: (tokenSha256) => settled(() => remove.run(tokenSha256)),
    sweep: (startedBefore, seenBefore) => settled(() => sweep.run(startedBefore, seenBefore)),
    spend: (what, nowMs) => {
      forget.run(nowMs - spentForMs);
      return Promise.resolve(spend.run(what, nowMs).changes === 1);
    },
    close: () => {
      db.close();
    },
  };
};
