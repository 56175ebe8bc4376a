import Sqlite, { type Database } from 'better-sqlite3';
import type { HandedJob, JobCounts, JobState, NewJob, QueuePolicy } from '../../job-queue.port.ts';

const ddl = `
  CREATE TABLE IF NOT EXISTS job (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    priority INTEGER NOT NULL,
    due INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'active', 'completed', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    takeovers INTEGER NOT NULL DEFAULT 0,
    holder TEXT,
    lease_until INTEGER,
    forget_at INTEGER,
    problem TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS job_next ON job (priority, due, sequence) WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS job_due ON job (due) WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS job_leased ON job (lease_until) WHERE state = 'active';
  CREATE INDEX IF NOT EXISTS job_finished ON job (forget_at) WHERE forget_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

interface ActiveRow {
  readonly attempts: number;
}

/** The jobs in their file: every change is one transaction, so that processes may share it. Instants are milliseconds since 1970. */
export class JobTable {
  readonly #db: Database;
  readonly #policy: QueuePolicy;

  /** @param path  a file, or `:memory:`. @param answerWithinMs  how long another process may hold the file; this one stands still meanwhile */
  constructor(path: string, policy: QueuePolicy, answerWithinMs = 1_000) {
    this.#db = new Sqlite(path, { timeout: answerWithinMs });
    this.#policy = policy;
    this.#db.pragma('journal_mode = WAL');
    // A power cut may undo the last changes, never tear the file: the log knows what is to be done.
    this.#db.pragma('synchronous = NORMAL');
    this.#db.exec(ddl);
  }

  #changes(sql: string, ...cells: readonly (string | number | null)[]): number {
    return this.#db.prepare(sql).run(...cells).changes;
  }

  add(jobs: readonly NewJob[], now: number): void {
    const insert = this.#db.prepare(
      "INSERT INTO job (job_id, name, priority, due, state) VALUES (?, ?, ?, ?, 'waiting') ON CONFLICT (job_id) DO NOTHING",
    );
    this.#db
      .transaction(() => {
        this.forget(now);
        for (const { jobId, name, priority = 0, delayMs = 0 } of jobs) insert.run(jobId, name, priority, now + delayMs);
      })
      .immediate();
  }

  /** Hands the next jobs that are due to a holder. */
  take(holder: string, most: number, now: number): readonly HandedJob[] {
    if (this.isPaused()) return [];
    const sql = `UPDATE job SET state = 'active', holder = ?, lease_until = ?
      WHERE sequence IN (SELECT sequence FROM job WHERE state = 'waiting' AND due <= ? ORDER BY priority, due, sequence LIMIT ?)
      RETURNING job_id AS jobId, name, attempts + 1 AS attempt, priority, due, sequence`;
    const rows = this.#db
      .prepare<unknown[], HandedJob & { readonly priority: number; readonly due: number; readonly sequence: number }>(sql)
      .all(holder, now + this.#policy.leaseMs, now, most);
    // RETURNING promises no order.
    return [...rows]
      .sort((a, b) => a.priority - b.priority || a.due - b.due || a.sequence - b.sequence)
      .map(({ jobId, name, attempt }) => ({ jobId, name, attempt }));
  }

  /** Renews what a holder still has in hand. */
  renew(holder: string, now: number): void {
    this.#changes("UPDATE job SET lease_until = ? WHERE state = 'active' AND holder = ?", now + this.#policy.leaseMs, holder);
  }

  /** @returns whether the holder still had it in hand */
  complete(jobId: string, holder: string, now: number): boolean {
    const sql = "UPDATE job SET state = 'completed', holder = NULL, forget_at = ? WHERE job_id = ? AND state = 'active' AND holder = ?";
    return this.#changes(sql, now + this.#policy.keepCompletedMs, jobId, holder) === 1;
  }

  /** Notes a failed attempt: another one later, or the end. @returns whether the holder still had it in hand */
  fail(jobId: string, holder: string, problem: string, isHopeless: boolean, now: number): boolean {
    const held = "job_id = ? AND state = 'active' AND holder = ?";
    const row = this.#db.prepare<unknown[], ActiveRow>(`SELECT attempts FROM job WHERE ${held}`).get(jobId, holder);
    if (row === undefined) return false;
    const attempts = row.attempts + 1;
    const isLast = isHopeless || attempts >= this.#policy.attempts;
    const ends: readonly [JobState, number, number | null] = isLast
      ? ['failed', now, now + this.#policy.keepFailedMs]
      : ['waiting', now + this.#policy.backoffMs * 2 ** (attempts - 1), null];
    const sql = `UPDATE job SET state = ?, due = ?, forget_at = ?, attempts = ?, problem = ?, holder = NULL WHERE ${held}`;
    return this.#changes(sql, ...ends, attempts, problem.slice(0, 2_000), jobId, holder) === 1;
  }

  /** Frees what was held by somebody who has given no sign of life for a lease; too often means failed. */
  takeOver(now: number): void {
    const gone = "state = 'active' AND lease_until < ?";
    const { mostTakeovers, keepFailedMs } = this.#policy;
    this.#changes(
      `UPDATE job SET state = 'failed', holder = NULL, forget_at = ?, problem = 'its workers vanished' WHERE ${gone} AND takeovers >= ?`,
      now + keepFailedMs,
      now,
      mostTakeovers,
    );
    this.#changes(`UPDATE job SET state = 'waiting', holder = NULL, takeovers = takeovers + 1, due = ? WHERE ${gone}`, now, now);
  }

  /** Forgets finished jobs whose time has come. */
  forget(now: number): void {
    this.#changes('DELETE FROM job WHERE forget_at <= ?', now);
  }

  /** Instant of the next thing to look at: a job that becomes due or a lease that ends; null when there is none, or while paused. */
  nextInstant(): number | null {
    if (this.isPaused()) return null;
    const sql = `SELECT min(instant) AS next FROM (SELECT min(due) AS instant FROM job WHERE state = 'waiting'
      UNION ALL SELECT min(lease_until) + 1 FROM job WHERE state = 'active')`;
    return this.#db.prepare<[], { readonly next: number | null }>(sql).get()?.next ?? null;
  }

  changeDelay(jobId: string, due: number, now: number): boolean {
    return this.#changes("UPDATE job SET due = ? WHERE job_id = ? AND state = 'waiting' AND due > ?", due, jobId, now) === 1;
  }

  remove(jobId: string): boolean {
    return this.#changes("DELETE FROM job WHERE job_id = ? AND state <> 'active'", jobId) === 1;
  }

  retry(jobId: string, now: number): boolean {
    const sql = `UPDATE job SET state = 'waiting', due = ?, attempts = 0, takeovers = 0, forget_at = NULL, problem = NULL
      WHERE job_id = ? AND state = 'failed'`;
    return this.#changes(sql, now, jobId) === 1;
  }

  stateOf(jobId: string, now: number): JobState | null {
    const sql = 'SELECT state, due FROM job WHERE job_id = ? AND (forget_at IS NULL OR forget_at > ?)';
    const row = this.#db.prepare<unknown[], { readonly state: Exclude<JobState, 'delayed'>; readonly due: number }>(sql).get(jobId, now);
    if (row === undefined) return null;
    return row.state === 'waiting' && row.due > now ? 'delayed' : row.state;
  }

  counts(now: number): JobCounts {
    const sql = `SELECT CASE WHEN state = 'waiting' AND due > ? THEN 'delayed' ELSE state END AS state, count(*) AS count
      FROM job WHERE forget_at IS NULL OR forget_at > ? GROUP BY 1`;
    const rows = this.#db.prepare<unknown[], { readonly state: JobState; readonly count: number }>(sql).all(now, now);
    const none: JobCounts = { waiting: 0, delayed: 0, active: 0, completed: 0, failed: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  isPaused(): boolean {
    return this.#db.prepare<[], { readonly value: number }>("SELECT value FROM setting WHERE name = 'paused'").get()?.value === 1;
  }

  setPaused(isPaused: boolean): void {
    this.#changes("INSERT INTO setting VALUES ('paused', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", Number(isPaused));
  }

  /** Sees that the file can be written. @throws Error when another process holds it for too long */
  probe(): void {
    this.#db.exec('BEGIN IMMEDIATE');
    this.#db.exec('ROLLBACK');
  }

  drain(): void {
    this.#changes("DELETE FROM job WHERE state = 'waiting'");
  }

  close(): void {
    this.#db.close();
  }
}
