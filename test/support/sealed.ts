import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealedLedger } from '../../libs/application/src/index.ts';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import { deriveTiles, ledgerFolder, TileFolder } from '../../libs/ledger/src/index.ts';

const origin = 'rapporteur.localhost/rapporteur/00000000';

/** A ledger whose checkpoint is published when a spec says so, under a signature that nobody checks. */
export interface LedgerOfSpec extends SealedLedger {
  /** Publishes everything that a log holds; answers the size. */
  readonly seal: (store: EventStore) => Promise<number>;
  readonly close: () => void;
}

/** Opens a ledger in a folder of its own. */
export const openLedgerOfSpec = (): LedgerOfSpec => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-sealed-'));
  const tiles = new TileFolder(folder);
  const signature = Buffer.alloc(68, 1).toString('base64');
  let note: Uint8Array | null = null;
  return {
    origin,
    file: ledgerFolder(folder),
    checkpoint: () => note,
    fault: () => null,
    seal: async (store) => {
      await deriveTiles(tiles, store.readAll());
      const root = Buffer.from(tiles.root()).toString('base64');
      note = Buffer.from(`${origin}\n${tiles.size}\n${root}\n\n— ${origin} ${signature}\n`);
      return tiles.size;
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
