import type { Database } from 'better-sqlite3';
import type { EncodedEvent } from '../../check-append.ts';
import { StreamDeleted } from '../../errors.ts';
import type { AppendResult, ExpectedRevision, GlobalPosition, Revision, StreamSettings } from '../../event-store.port.ts';
import { judgeSettings } from '../../stream-settings.ts';
import { judge, judgeDelete, type StreamFacts } from '../../verdict.ts';

interface StreamRow {
  readonly revision: bigint;
  readonly soft_deleted: bigint;
  readonly tombstoned: bigint;
  readonly meta_revision: bigint | null;
}

/** What is written within one transaction of the group: judged first, so that a refusal leaves nothing behind. */
export class Writer {
  readonly #statements;

  constructor(db: Database) {
    this.#statements = {
      stream: db.prepare<[string], StreamRow>('SELECT revision, soft_deleted, tombstoned, meta_revision FROM streams WHERE stream_id = ?'),
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
      settings: db.prepare<[string, bigint | null, bigint | null, bigint]>(
        `INSERT INTO streams (stream_id, revision, max_count, truncate_before, meta_revision) VALUES (?, -1, ?, ?, ?)
         ON CONFLICT (stream_id) DO UPDATE SET max_count = excluded.max_count, truncate_before = excluded.truncate_before,
         meta_revision = excluded.meta_revision`,
      ),
    };
  }

  /** @throws WrongExpectedVersion, StreamDeleted */
  append(streamId: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): AppendResult {
    const facts = this.#facts(streamId);
    const ids = events.map(({ id }) => id);
    const verdict = judge(streamId, expected, ids, facts);
    if (verdict.kind === 'repeat')
      return { nextExpectedRevision: verdict.last, position: facts.softDeleted ? null : this.#positionAt(streamId, verdict.last) };
    const last = verdict.first + BigInt(events.length) - 1n;
    const positions = events.map(({ id, type, data, metadata }, index) =>
      BigInt(this.#statements.insert.run(streamId, verdict.first + BigInt(index), id, type, data, metadata).lastInsertRowid),
    );
    this.#statements.advance.run(streamId, last);
    return { nextExpectedRevision: last, position: (positions.at(-1) ?? 0n) as GlobalPosition };
  }

  /** @throws WrongExpectedVersion, StreamDeleted */
  remove(streamId: string, expected: ExpectedRevision, how: 'softDelete' | 'tombstone'): void {
    judgeDelete(streamId, expected, this.#facts(streamId));
    this.#statements[how].run(streamId);
  }

  /** @throws WrongExpectedVersion, StreamDeleted */
  changeSettings(streamId: string, { maxCount, truncateBefore }: StreamSettings, expectedMeta: Revision | 'none'): void {
    const row = this.#statements.stream.get(streamId);
    if (row?.tombstoned === 1n) throw new StreamDeleted(streamId);
    const before = row?.meta_revision ?? null;
    judgeSettings(streamId, expectedMeta, before);
    this.#statements.settings.run(
      streamId,
      maxCount === undefined ? null : BigInt(maxCount),
      truncateBefore ?? null,
      before === null ? 0n : before + 1n,
    );
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
}
