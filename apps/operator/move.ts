import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareLogs, copyLog, isLedgered, type EventStore } from '../../libs/event-store/src/index.ts';
import { leafOf, replaceFile, RightEdge, sha256Tree } from '../../libs/ledger/src/index.ts';
import { removeAllVersions } from '../../libs/projections/src/index.ts';
import { CannotStart, holdDataDir } from '../standalone/data-dir.ts';
import { isServerUrl, movedFile, openStoreAt } from '../standalone/open-store.ts';
import { storeIn } from './maintain.ts';

/** Size and root of the ledger that follows from a log. */
const ledgerOf = async (store: EventStore): Promise<{ readonly size: number; readonly root: string }> => {
  const edge = new RightEdge(sha256Tree);
  for await (const event of store.readAll()) if (isLedgered(event.streamId)) edge.append(sha256Tree.leaf(leafOf(event, edge.size)));
  return { size: edge.size, root: Buffer.from(edge.root()).toString('base64') };
};

/** Positions of the file mean nothing on the server: what holds them is derived anew from the record there. */
const forgetPositions = (dataDir: string): void => {
  removeAllVersions(dataDir);
  for (const name of ['process.db', 'person-directory.db'])
    for (const tail of ['', '-wal', '-shm']) rmSync(join(dataDir, `${name}${tail}`), { force: true });
  rmSync(join(dataDir, 'ledger', 'derived.json'), { force: true });
};

/** From here on the file is a copy of the past, under a name that nothing opens. */
const retire = (dataDir: string, file: string, facts: object): void => {
  replaceFile(movedFile(dataDir), Buffer.from(`${JSON.stringify(facts)}\n`));
  for (const tail of ['', '-wal', '-shm']) {
    rmSync(join(dataDir, `events.moved.db${tail}`), { force: true });
    if (tail === '') renameSync(file, join(dataDir, 'events.moved.db'));
    else rmSync(`${file}${tail}`, { force: true });
  }
  forgetPositions(dataDir);
};

const copyAndCompare = async (from: EventStore, to: EventStore, tell: (line: string) => void) => {
  const begun = performance.now();
  let told = 0;
  const { events, already, streams } = await copyLog(from, to, (done) => {
    if (done - told < 1_000) return;
    told = done;
    tell(`${done} events, ${Math.round((done * 1_000) / (performance.now() - begun))}/s`);
  });
  await compareLogs(from, to);
  const [here, there] = [await ledgerOf(from), await ledgerOf(to)];
  if (here.root !== there.root)
    throw new CannotStart('The ledger on the server has another root; the record stays where it is.', { exitCode: 74 });
  return { events, already, streams, ...there };
};

/**
 * Moves the record of a data folder to a server, compares every event and the root of the ledger, and only then retires the file.
 *
 * @returns one sentence
 * @throws CannotStart when somebody serves the folder, or the roots differ; InvalidArgument when the server holds anything else
 */
export const moveRecord = async (dataDir: string, url: string, tell: (line: string) => void): Promise<string> => {
  if (!isServerUrl(url)) throw new CannotStart(`"${url}" is no address of a KurrentDB server.`, { exitCode: 64 });
  const file = storeIn(dataDir);
  const lock = holdDataDir(dataDir);
  const from = openStoreAt(file);
  const to = openStoreAt(url);
  try {
    const moved = await copyAndCompare(from, to, tell);
    await from.close();
    retire(dataDir, file, moved);
    const { events, already, streams, size, root } = moved;
    return `${events} events of ${streams} streams are on the server (${already} were there), ledger of ${size} with root ${root} on both. Start with EVENT_STORE from now on.`;
  } finally {
    await from.close();
    await to.close();
    lock.release();
  }
};
