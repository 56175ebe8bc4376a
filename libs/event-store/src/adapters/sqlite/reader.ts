import type { Database, Statement } from 'better-sqlite3';
import { decode } from '../../encode.ts';
import { StreamDeleted, StreamNotFound } from '../../errors.ts';
import type { EventMetadata, GlobalPosition, Json, RecordedEvent, StoredSettings, StreamSettings } from '../../event-store.port.ts';
import { lowestShown } from '../../stream-settings.ts';
import { fitting } from '../../subscribe.ts';
import { guarded } from './connection.ts';

interface EventRow {
  readonly position: bigint;
  readonly stream_id: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

interface StreamRow {
  readonly revision: bigint;
  readonly hidden_below: bigint;
  readonly soft_deleted: bigint;
  readonly tombstoned: bigint;
  readonly max_count: bigint | null;
  readonly truncate_before: bigint | null;
  readonly meta_revision: bigint | null;
}

const settingsOf = ({ max_count, truncate_before }: StreamRow): StreamSettings => ({
  ...(max_count === null ? {} : { maxCount: Number(max_count) }),
  ...(truncate_before === null ? {} : { truncateBefore: truncate_before }),
});

const columns = 'position, stream_id, revision, id, type, data, metadata';

const toRecorded = (row: EventRow): RecordedEvent => ({
  streamId: row.stream_id,
  revision: row.revision,
  position: row.position as GlobalPosition,
  id: row.id,
  type: row.type,
  data: decode(row.data, row.stream_id, row.revision),
  metadata: decode(row.metadata, row.stream_id, row.revision) as EventMetadata,
});

/** Decoded when it is first looked at: who follows the log needs the data of few types, and a torn event harms only who reads it. */
const toRecordedLazily = (row: EventRow): RecordedEvent => {
  const { stream_id: streamId, revision } = row;
  let data: Json | undefined;
  let metadata: EventMetadata | undefined;
  return {
    streamId,
    revision,
    position: row.position as GlobalPosition,
    id: row.id,
    type: row.type,
    get data() {
      return (data ??= decode(row.data, streamId, revision));
    },
    get metadata() {
      return (metadata ??= decode(row.metadata, streamId, revision) as EventMetadata);
    },
  };
};

type Page = Statement<[string, bigint, bigint], EventRow>;

/** Reads in pages, so that no cursor stays open between two pulls of a slow reader. */
export class Reader {
  readonly #stream;
  readonly #pages: {
    readonly streamForwards: Page;
    readonly streamBackwards: Page;
    readonly allForwards: Statement<[bigint, bigint], EventRow>;
    readonly allBackwards: Statement<[bigint, bigint], EventRow>;
  };
  readonly #head;
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    this.#stream = db.prepare<[string], StreamRow>(
      'SELECT revision, hidden_below, soft_deleted, tombstoned, max_count, truncate_before, meta_revision FROM streams WHERE stream_id = ?',
    );
    this.#pages = {
      streamForwards: db.prepare(`SELECT ${columns} FROM events WHERE stream_id = ? AND revision >= ? ORDER BY revision LIMIT ?`),
      streamBackwards: db.prepare(`SELECT ${columns} FROM events WHERE stream_id = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`),
      allForwards: db.prepare(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`),
      allBackwards: db.prepare(`SELECT ${columns} FROM events WHERE position < ? ORDER BY position DESC LIMIT ?`),
    };
    this.#head = db.prepare<[], { position: bigint }>('SELECT position FROM events ORDER BY position DESC LIMIT 1');
  }

  /** First revision that may be read, and the last. @throws StreamNotFound, StreamDeleted */
  shown(streamId: string): { readonly lowest: bigint; readonly last: bigint } {
    const row = guarded(() => this.#stream.get(streamId));
    if (row?.tombstoned === 1n) throw new StreamDeleted(streamId);
    if (row === undefined || row.revision < 0n || row.soft_deleted === 1n) throw new StreamNotFound(streamId);
    return { lowest: lowestShown(row.hidden_below, row.revision, settingsOf(row)), last: row.revision };
  }

  lastRevision(streamId: string): bigint | null {
    const row = guarded(() => this.#stream.get(streamId));
    return row === undefined || row.revision < 0n ? null : row.revision;
  }

  settings(streamId: string): StoredSettings {
    const row = guarded(() => this.#stream.get(streamId));
    return { settings: row === undefined ? {} : settingsOf(row), metaRevision: row?.meta_revision ?? null };
  }

  streamPage(streamId: string, direction: 'forwards' | 'backwards', from: bigint, limit: number): readonly RecordedEvent[] {
    const page = direction === 'forwards' ? this.#pages.streamForwards : this.#pages.streamBackwards;
    return guarded(() => page.all(streamId, from, BigInt(limit))).map(toRecorded);
  }

  allPage(direction: 'forwards' | 'backwards', after: bigint, limit: number): readonly RecordedEvent[] {
    const page = direction === 'forwards' ? this.#pages.allForwards : this.#pages.allBackwards;
    return guarded(() => page.all(after, BigInt(limit))).map(toRecorded);
  }

  /** A page of the log of at most so many bytes, cut before anything is decoded; each event is decoded when it is looked at. */
  pageWithin(after: bigint, limit: number, maxBytes: number): readonly RecordedEvent[] {
    return fitting(
      guarded(() => this.#pages.allForwards.all(after, BigInt(limit))),
      maxBytes,
    ).map(toRecordedLazily);
  }

  head(): GlobalPosition | null {
    const row = guarded(() => this.#head.get());
    return row === undefined ? null : (row.position as GlobalPosition);
  }

  /** Changes whenever another connection, of this process or another, has committed. */
  dataVersion(): bigint {
    return guarded(() => this.#db.pragma('data_version', { simple: true })) as bigint;
  }
}
