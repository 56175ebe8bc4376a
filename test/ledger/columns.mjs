// npm run test:ledger -- --only columns: one byte changed in each column of random ledgered rows of the store, behind its back; the check
// of the ledger has to name stream and revision each time. Then a tail that is cut off. `--rows N`, `--seed N`.
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { verifyLedger } from '../../dist/apps/operator/ledger/verify.js';
import { openSqliteEventStore } from '../../dist/libs/event-store/src/adapters/sqlite/index.js';
import { isLedgered } from '../../dist/libs/event-store/src/index.js';
import { signerAt, startSealer, parseCheckpoint } from '../../dist/libs/ledger/src/index.js';
import { chanceOf } from '../crash/lib/ids.mjs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const rows = Number(values.rows);
const chance = chanceOf(Number(values.seed));
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-columns-'));
const demo = join(folder, 'demo');
const played = spawnSync(process.execPath, ['--no-warnings', 'dist/apps/operator/demo/main.js'], {
  cwd: root,
  env: { ...process.env, DATA_DIR: demo },
  encoding: 'utf8',
});
if (played.status !== 0) throw new Error(`the demonstration failed: ${played.stderr}`);

const file = join(demo, 'events.db');
const whole = new Sqlite(file);
whole.pragma('wal_checkpoint(TRUNCATE)');
whole.pragma('journal_mode = DELETE');
const all = whole.prepare('SELECT * FROM events ORDER BY position').all();
const columns = whole.prepare("SELECT name, type FROM pragma_table_info('events') ORDER BY cid").all();
whole.close();
const ledgered = all.filter(({ stream_id }) => isLedgered(stream_id));
const kept = join(folder, 'kept.db');
copyFileSync(file, kept);

/** What a verification says, or that it found nothing. */
const verdict = async (dataDir, retained = null) => {
  try {
    return { exitCode: 0, message: await verifyLedger(dataDir, { policy: null, retained }, () => undefined) };
  } catch (error) {
    return { exitCode: error.exitCode ?? -1, message: error.message };
  }
};

/** The store with some statement carried out, whatever its triggers say. */
const changed = (path, change) => {
  const db = new Sqlite(path);
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  triggers.forEach(({ name }) => db.exec(`DROP TRIGGER ${name}`));
  const done = change(db);
  triggers.forEach(({ sql }) => db.exec(sql));
  db.close();
  return done;
};

/** One byte of a cell changed; a number keeps its type, a text may become anything. Null when no change of this cell fits the table. */
const changeCell = (db, row, { name, type }) => {
  for (let tries = 0; tries < 50; tries += 1) {
    const set = (cell) =>
      db.prepare(`UPDATE events SET ${name} = ${type === 'TEXT' ? 'CAST(? AS TEXT)' : '?'} WHERE position = ?`).run(cell, row.position);
    try {
      if (type === 'INTEGER') set(row[name] ^ (1 << chance.below(16)));
      else {
        const bytes = Buffer.from(row[name], 'utf8');
        const at = chance.below(bytes.length);
        bytes[at] ^= 1 << chance.below(8);
        set(bytes);
      }
      return true;
    } catch (error) {
      if (!String(error.code).startsWith('SQLITE_CONSTRAINT')) throw error;
    }
  }
  return false;
};

const problems = [];
const counts = {};
const before = await verdict(demo);
if (before.exitCode !== 0) problems.push(`the record itself: ${before.message}`);
for (let number = 0; number < rows; number += 1) {
  const row = ledgered[chance.below(ledgered.length)];
  for (const column of columns) {
    copyFileSync(kept, file);
    if (!changed(file, (db) => changeCell(db, row, column))) {
      problems.push(`${column.name} of ${row.stream_id}@${row.revision} could not be changed`);
      continue;
    }
    const { exitCode, message } = await verdict(demo);
    counts[column.name] = (counts[column.name] ?? 0) + 1;
    if (exitCode !== 10 || !message.includes(`${row.stream_id}@${row.revision} `))
      problems.push(`${column.name} of ${row.stream_id}@${row.revision}: ${exitCode} ${message}`);
  }
}

/** The tail cut off by somebody who holds the true key and derives and signs everything anew. */
const cutOff = async (left) => {
  const dataDir = join(folder, 'cut');
  rmSync(dataDir, { recursive: true, force: true });
  cpSync(demo, dataDir, { recursive: true });
  copyFileSync(kept, join(dataDir, 'events.db'));
  changed(join(dataDir, 'events.db'), (db) => db.prepare('DELETE FROM events WHERE position > ?').run(ledgered[left - 1].position));
  const found = [await verdict(dataDir)];
  const { origin } = parseCheckpoint(readFileSync(join(dataDir, 'ledger', 'checkpoint')));
  copyFileSync(join(dataDir, 'ledger', 'checkpoint'), join(folder, 'retained'));
  rmSync(join(dataDir, 'ledger'), { recursive: true });
  rmSync(join(dataDir, 'signer', 'last-signed.json'));
  const store = openSqliteEventStore(join(dataDir, 'events.db'));
  const signer = signerAt({ origin, folder: join(dataDir, 'signer'), tiles: join(dataDir, 'ledger') });
  const sealer = startSealer({ store, origin, folder: join(dataDir, 'ledger'), signer });
  await sealer.caughtUp;
  await sealer.stop();
  await signer.stop();
  await store.close();
  found.push(await verdict(dataDir), await verdict(dataDir, join(folder, 'retained')));
  return found.map(({ exitCode }) => exitCode).join(' ');
};

copyFileSync(kept, file);
// Cut as it is: an entry is missing. Signed anew with the true key: in order by itself, a fork to whoever kept a checkpoint.
for (const left of [1, 256, ledgered.length - 1]) {
  const codes = await cutOff(left);
  if (codes !== '10 0 30') problems.push(`the tail after ${left} entries: exit codes ${codes}`);
}
rmSync(folder, { recursive: true });
problems.slice(0, 20).forEach((problem) => process.stdout.write(`  ${problem}\n`));
const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
process.stdout.write(
  `columns: ${total} bytes changed in ${rows} rows of ${ledgered.length}: ${Object.entries(counts)
    .map(([name, one]) => `${name} ${one}`)
    .join(', ')}; 3 tails cut off; ${problems.length} not found\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
