import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openSqliteEventStore } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import { erasedData, erasedIn, isLedgered } from '../../../libs/event-store/src/index.ts';
import {
  dataHashOf,
  leafOf,
  ledgerFolder,
  parseCheckpoint,
  proveInclusion,
  sha256Tree,
  TileReader,
  verifyInclusion,
} from '../../../libs/ledger/src/index.ts';
import { closeBundle, openBundle, signAgain } from '../evidence/opened-bundle.ts';

/** Every event as it is stored, the erasures' own aside. */
export const stored = (dataDir: string): readonly unknown[] => {
  const db = new Sqlite(join(dataDir, 'events.db'), { readonly: true });
  const rows = db
    .prepare(
      "SELECT position, stream_id, revision, id, type, data, metadata FROM events WHERE stream_id NOT LIKE 'erasure-%' ORDER BY position",
    )
    .raw()
    .all();
  db.close();
  return rows;
};

/** Erasures that are carried out to their end. */
export const purgedIn = (dataDir: string): number => {
  const db = new Sqlite(join(dataDir, 'events.db'), { readonly: true });
  const purged = db.prepare<[], number>("SELECT count(*) FROM events WHERE type = 'ErasurePurged'").pluck().get() ?? 0;
  db.close();
  return purged;
};

/** People that the directory's own streams still tell of: by their own events, and by their accounts and tokens. */
export const peopleIn = (dataDir: string): { readonly persons: number; readonly accounts: number } => {
  const db = new Sqlite(join(dataDir, 'events.db'), { readonly: true });
  const count = (where: string): number =>
    db.prepare<[], number>(`SELECT count(DISTINCT stream_id) FROM events WHERE ${where}`).pluck().get() ?? 0;
  const people = { persons: count("stream_id LIKE 'person-%'"), accounts: count("type = 'AccountInvited'") };
  db.close();
  return people;
};

/** An insider takes the content of one event away and says that an erasure on record did so; the entry's own hash stands beside it. */
export const takeAwayUnrecorded = (dataDir: string): void => {
  const db = new Sqlite(join(dataDir, 'events.db'));
  db.exec('DROP TRIGGER events_are_never_changed');
  const by = db.prepare<[], string>("SELECT substr(stream_id, 9) FROM events WHERE type = 'ErasurePurged' LIMIT 1").pluck().get() ?? '';
  const place = "stream_id = 'call-RIC-2015-input' AND revision = 0";
  const data = JSON.parse(db.prepare<[], string>(`SELECT data FROM events WHERE ${place}`).pluck().get() ?? '') as object;
  const left = erasedData({ ...data, title: null }, { by, dataHash: dataHashOf(data) });
  db.prepare(`UPDATE events SET data = ? WHERE ${place}`).run(JSON.stringify(left));
  db.close();
};

/** An insider writes something else where an erasure left its mark, and signs the bundle again with the true key. */
export const forgeRemains = async (dataDir: string, bundle: string, forged: string): Promise<void> => {
  const files = await openBundle(bundle);
  const [name, bytes] = [...files].find(([path, data]) => path.startsWith('log/tile/data/') && data.includes('"$erased"')) ?? [];
  if (name === undefined || bytes === undefined) throw new Error('nothing is erased in this bundle');
  files.set(name, Buffer.from(bytes.toString('utf8').replace('[erased / effacé]', 'It was never said.'), 'utf8'));
  const checkpoint = parseCheckpoint(files.get('log/checkpoint') ?? Buffer.alloc(0));
  signAgain(files, checkpoint?.origin ?? '', createPrivateKey(readFileSync(join(dataDir, 'signer', 'key.pem'))));
  await closeBundle(files, forged);
};

/** Proves every event of a record against the checkpoint that is published. */
export const proofsIn = async (
  dataDir: string,
): Promise<{ readonly size: number; readonly entries: number; readonly valid: number; readonly erased: number }> => {
  const checkpoint = parseCheckpoint(readFileSync(join(dataDir, 'ledger', 'checkpoint')));
  if (checkpoint === null) throw new Error('nothing was sealed');
  const { size, root } = checkpoint;
  const tree = new TileReader(ledgerFolder(join(dataDir, 'ledger')), sha256Tree, size);
  const store = openSqliteEventStore(join(dataDir, 'events.db'));
  let [entries, valid, erased] = [0, 0, 0];
  for await (const event of store.readAll()) {
    if (!isLedgered(event.streamId)) continue;
    const path = proveInclusion(tree.rootOf, entries, size);
    const leaf = sha256Tree.leaf(leafOf(event, entries));
    if (verifyInclusion(sha256Tree, leaf, { index: entries, size, path }, root)) valid += 1;
    if (erasedIn(event.data) !== null) erased += 1;
    entries += 1;
  }
  await store.close();
  return { size, entries, valid, erased };
};
