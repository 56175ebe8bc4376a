// A log with the type mix of the demonstration, as long as is wanted: its contributions and agendas again and again under other ids.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const repeated = new Set(['topic', 'practice', 'draft', 'agenda']);

const demo = (folder) => {
  const played = spawnSync(process.execPath, ['dist/apps/operator/demo/main.js'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder },
    encoding: 'utf8',
  });
  if (played.status !== 0) throw new Error(`the demonstration failed: ${played.stderr}`);
};

/** Ids of the copy: the first eight digits of every UUID, and the names of agendas, count the copies. */
const renamed = (text, copy) =>
  text
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\b/g, `ffff${copy.toString(16).padStart(4, '0')}$1`)
    .replace(/agenda(-|Id":")((?:RIC|PTC)-[\w-]+)/g, `agenda$1$2.${copy}`);

/** Writes a store file of at least so many events; made once per size and folder. @returns its path and the number of events */
export const loadedStore = (folder, events) => {
  const path = join(folder, `log-${events}.db`);
  const base = join(folder, 'demo');
  if (!existsSync(base)) demo(base);
  if (!existsSync(path)) {
    const from = new Sqlite(join(base, 'events.db'), { readonly: true });
    from.exec(`VACUUM INTO '${path}'`);
    from.close();
    const db = new Sqlite(path);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = OFF');
    const all = db.prepare('SELECT stream_id, revision, id, type, data, metadata FROM events ORDER BY position').all();
    const again = all.filter(({ stream_id }) => repeated.has(stream_id.split('-')[0]));
    const insert = db.prepare('INSERT INTO events (stream_id, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)');
    const stream = db.prepare(
      'INSERT INTO streams (stream_id, revision) VALUES (?, ?) ON CONFLICT (stream_id) DO UPDATE SET revision = excluded.revision',
    );
    const copies = Math.ceil((events - all.length) / again.length);
    db.transaction(() => {
      for (let copy = 1; copy <= copies; copy += 1)
        for (const event of again) {
          const name = renamed(event.stream_id, copy);
          insert.run(name, event.revision, renamed(event.id, copy), event.type, renamed(event.data, copy), renamed(event.metadata, copy));
          stream.run(name, event.revision);
        }
    })();
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
  const db = new Sqlite(path, { readonly: true });
  const { count } = db.prepare('SELECT count(*) AS count FROM events').get();
  db.close();
  return { path, count };
};
