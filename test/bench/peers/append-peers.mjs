// Every peer appends one event to a stream of its own, durable when the promise resolves.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openSqliteEventStore } from '../../../dist/libs/event-store/src/adapters/sqlite/index.js';
import { dataOf, idOf, metadataOf } from '../lib/event.mjs';

const open = (path) => {
  const db = new Sqlite(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL');
  return db;
};

const ours = async (folder) => {
  const store = openSqliteEventStore(join(folder, 'ours.db'));
  return {
    append: (n) =>
      store.append(`topic-${n}`, 'no_stream', [{ id: idOf(`e${n}`), type: 'TopicAccepted', data: dataOf(n), metadata: metadataOf(n) }]),
    close: () => store.close(),
  };
};

/** The same tables and statements in one thread, one transaction each, without port, checks or promises shared. */
const sameTables = async (folder) => {
  await openSqliteEventStore(join(folder, 'same.db')).close();
  const db = open(join(folder, 'same.db'));
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  const stream = db.prepare('SELECT revision, soft_deleted, tombstoned, meta_revision FROM streams WHERE stream_id = ?');
  const insert = db.prepare('INSERT INTO events (stream_id, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)');
  const advance = db.prepare(
    'INSERT INTO streams (stream_id, revision) VALUES (?, ?) ON CONFLICT (stream_id) DO UPDATE SET revision = excluded.revision, soft_deleted = 0',
  );
  return {
    append: async (n) => {
      const [data, metadata] = [JSON.stringify(dataOf(n)), JSON.stringify(metadataOf(n))];
      begin.run();
      stream.get(`topic-${n}`);
      insert.run(`topic-${n}`, 0, idOf(`e${n}`), 'TopicAccepted', data, metadata);
      advance.run(`topic-${n}`, 0);
      commit.run();
    },
    close: async () => db.close(),
  };
};

/** The same tables and statements, grouped by hand: what one transaction for all waiting writers could reach at most. */
const sameTablesGrouped = async (folder) => {
  await openSqliteEventStore(join(folder, 'grouped.db')).close();
  const db = open(join(folder, 'grouped.db'));
  const stream = db.prepare('SELECT revision, soft_deleted, tombstoned, meta_revision FROM streams WHERE stream_id = ?');
  const insert = db.prepare('INSERT INTO events (stream_id, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)');
  const advance = db.prepare(
    'INSERT INTO streams (stream_id, revision) VALUES (?, ?) ON CONFLICT (stream_id) DO UPDATE SET revision = excluded.revision, soft_deleted = 0',
  );
  let waiting = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    db.exec('BEGIN IMMEDIATE');
    for (const { n } of group) {
      stream.get(`topic-${n}`);
      insert.run(`topic-${n}`, 0, idOf(`e${n}`), 'TopicAccepted', JSON.stringify(dataOf(n)), JSON.stringify(metadataOf(n)));
      advance.run(`topic-${n}`, 0);
    }
    db.exec('COMMIT');
    group.forEach(({ resolve }) => resolve());
  };
  return {
    append: (n) =>
      new Promise((resolve) => {
        waiting.push({ n, resolve });
        if (waiting.length === 1) setImmediate(flush);
      }),
    close: async () => db.close(),
  };
};

const bareLoop = async (folder) => {
  const db = open(join(folder, 'bare.db'));
  db.exec('CREATE TABLE log (position INTEGER PRIMARY KEY, data TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO log (data) VALUES (?)');
  return { append: async (n) => void insert.run(JSON.stringify({ ...dataOf(n), ...metadataOf(n) })), close: async () => db.close() };
};

const emmettSqlite = async (folder) => {
  const require = createRequire(new URL('./emmett-sqlite/package.json', import.meta.url));
  const { getSQLiteEventStore } = require('@event-driven-io/emmett-sqlite');
  const store = getSQLiteEventStore({ fileName: join(folder, 'emmett.db'), schema: { autoMigration: 'CreateOrUpdate' } });
  // It opens and closes one connection around each call and does not bear two at once: one after the other is its best.
  // Now and then it fails with SQLITE_BUSY all the same; such an append is tried again and counts once.
  const append = async (n, tries = 5) => {
    try {
      await store.appendToStream(`topic-${n}`, [{ type: 'TopicAccepted', data: dataOf(n), metadata: metadataOf(n) }]);
    } catch (error) {
      if (tries === 1) throw error;
      await append(n, tries - 1);
    }
  };
  let last = Promise.resolve();
  return {
    append: (n) => (last = last.then(() => append(n))),
    close: () => last,
  };
};

const emmettPostgresql = async (folder) => {
  const { startPostgres } = await import('./postgres.mjs');
  const { connectionString, stop } = await startPostgres(join(folder, 'postgres'));
  const { getPostgreSQLEventStore } = await import('@event-driven-io/emmett-postgresql');
  const store = getPostgreSQLEventStore(connectionString);
  await store.schema.migrate();
  return {
    append: (n) => store.appendToStream(`topic-${n}`, [{ type: 'TopicAccepted', data: dataOf(n), metadata: metadataOf(n) }]),
    close: async () => {
      await store.close();
      await stop();
    },
  };
};

export const appendPeers = [
  { name: 'rapporteur, sqlite', open: ours },
  { name: 'same tables, one transaction each', open: sameTables },
  { name: 'same tables, grouped by hand', open: sameTablesGrouped },
  { name: 'bare one-table loop', open: bareLoop },
  { name: 'emmett-sqlite 0.38.5', open: emmettSqlite },
  { name: 'emmett-postgresql 0.42.0, PostgreSQL 18.4', open: emmettPostgresql },
];
