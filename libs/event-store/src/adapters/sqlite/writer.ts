import type { Database } from 'better-sqlite3';
import type { EncodedEvent } from '../../check-append.ts';
import type { AppendResult, ExpectedRevision, GlobalPosition } from '../../event-store.port.ts';
import { judge, judgeDelete, type StreamFacts } from '../../verdict.ts';
import { translate } from './connection.ts';

interface StreamRow {
  readonly revision: bigint;
  readonly soft_deleted: bigint;
  readonly tombstoned: bigint;
}

/** The one writer: each append is a transaction of its own, acknowledged after COMMIT, which has fsynced. */
export class Writer {
  readonly #db: Database;
  readonly #statements;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = {
      stream: db.prepare<[string], StreamRow>('SELECT revision, soft_deleted, tombstoned FROM streams WHERE stream_id = ?'),
      idAt: db.prepare<[string, bigint], { id: string }>('SELECT id FROM events WHERE stream_id = ? AND revision = ?'),
      revisionOf: db.prepare<[string, string], { revision: bigint }>(
        'SELECT revision FROM events WHERE stream_id = ? AND id = ? ORDER BY revision LIMIT 1',
      ),
      positionAt: db.prepare<[string, bigint], { position: bigint }>('SELECT position FROM events WHERE stream_id = ? AND revision = ?'),
      insert: db.prepare('INSERT INTO events (stream_id, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)'),
      advance: db.prepare(
        'INSERT INTO streams (stream_id, revision) VALUES (?, ?) ON CONFLICT (stream_id) DO UPDATE SET revision = excluded.revision, soft_deleted = 0',
      ),
      softDelete: db.prepare('UPDATE streams SET soft_deleted = 1, hidden_below = revision + 1 WHERE stream_id = ?'),
      tombstone: db.prepare(
        'INSERT INTO streams (stream_id, revision, tombstoned) VALUES (?, -1, 1) ON CONFLICT (stream_id) DO UPDATE SET tombstoned = 1',
      ),
    };
  }

  /** @throws WrongExpectedVersion, StreamDeleted, Unavailable */
  append(streamId: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): AppendResult {
    return this.#transaction(() => {
      const facts = this.#facts(streamId);
      const verdict = judge(
        streamId,
        expected,
        events.map(({ id }) => id),
        facts,
      );
      if (verdict.kind === 'repeat')
        return { nextExpectedRevision: verdict.last, position: facts.softDeleted ? null : this.#positionAt(streamId, verdict.last) };
      const last = verdict.first + BigInt(events.length) - 1n;
      const positions = events.map(({ id, type, data, metadata }, index) =>
        BigInt(this.#statements.insert.run(streamId, verdict.first + BigInt(index), id, type, data, metadata).lastInsertRowid),
      );
      this.#statements.advance.run(streamId, last);
      return { nextExpectedRevision: last, position: (positions.at(-1) ?? 0n) as GlobalPosition };
    });
  }

  /** @throws WrongExpectedVersion, StreamDeleted, Unavailable */
  remove(streamId: string, expected: ExpectedRevision, how: 'softDelete' | 'tombstone'): void {
    this.#transaction(() => {
      judgeDelete(streamId, expected, this.#facts(streamId));
      this.#statements[how].run(streamId);
    });
  }

  #positionAt(streamId: string, revision: bigint): GlobalPosition | null {
    const row = this.#statements.positionAt.get(streamId, revision);
    return row === undefined ? null : (row.position as GlobalPosition);
  }

  #facts(streamId: string): StreamFacts {
    const row = this.#statements.stream.get(streamId);
    return {
      last: row === undefined || row.revision < 0n ? null : row.revision,
      softDeleted: row?.soft_deleted === 1n,
      tombstoned: row?.tombstoned === 1n,
      idAt: (revision) => this.#statements.idAt.get(streamId, revision)?.id ?? null,
      revisionOf: (id) => this.#statements.revisionOf.get(streamId, id)?.revision ?? null,
    };
  }

  #transaction<T>(work: () => T): T {
    // A failure before COMMIT leaves nothing behind; one at COMMIT leaves the question open, and says so.
    let phase: 'connect' | 'inflight' = 'connect';
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      const result = work();
      phase = 'inflight';
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw translate(error, phase);
    }
  }
}
