import { erasedIn, isLedgered, type EventStore, type RecordedEvent } from '../../../libs/event-store/src/index.ts';
import { canonicalJson } from '../../../libs/application/src/index.ts';
import type { BundleFolder } from '../../../libs/ledger/src/index.ts';
import {
  bundleFiles,
  formatTlogProof,
  leafOf,
  ledgerFolder,
  proofFile,
  proveInclusion,
  sha256Tree,
  TileReader,
  WantedFiles,
  type Checkpoint,
} from '../../../libs/ledger/src/index.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a release told: stream and revision. */
interface Released {
  readonly items: readonly { readonly category: string; readonly id: string; readonly revision: number }[];
}

/**
 * Which events somebody may see, told by the record alone: what is public; to a Member also what is for Members, and of the
 * contributions it stands behind what is addressed to it or was told by a release (DESIGN §6).
 */
export class Visible {
  readonly #member: string | null;
  readonly #own = new Set<string>();
  readonly #told = new Set<string>();

  /** @param member  null for anybody */
  constructor(member: string | null) {
    this.#member = member;
  }

  /** Learns whose a contribution is and what was told; of every event before the first question. */
  learn({ streamId, type, data }: RecordedEvent): void {
    const { member, items } = data as Partial<Released> & { readonly member?: string };
    if (/^(?:Topic|Practice)(?:Submitted|SponsorJoined)$/.test(type) && member === this.#member) this.#own.add(streamId);
    if (type === 'ReleaseIssued') items?.forEach(({ category, id, revision }) => this.#told.add(`${category}-${id}@${revision}`));
  }

  may({ streamId, revision, metadata }: RecordedEvent): boolean {
    const audience = metadata['audience'];
    if (audience === 'public') return true;
    if (this.#member === null) return false;
    const isTold = audience === 'addressee' || this.#told.has(`${streamId}@${revision}`);
    return audience === 'members' || (this.#own.has(streamId) && isTold);
  }
}

/** Adds every visible event with the proof that it is in the log. @returns the files that they refer to */
export const addProofs = async ({
  dataDir,
  store,
  folder,
  checkpoint,
  visible,
}: {
  readonly dataDir: string;
  readonly store: EventStore;
  readonly folder: BundleFolder;
  readonly checkpoint: Checkpoint;
  readonly visible: Visible;
}): Promise<WantedFiles> => {
  const [wanted, ledger] = [new WantedFiles(), join(dataDir, 'ledger')];
  const tree = new TileReader(ledgerFolder(ledger), sha256Tree, checkpoint.size, Number(readFileSync(join(ledger, 'size'), 'utf8')));
  let n = 0;
  for await (const event of store.readAll()) {
    if (!isLedgered(event.streamId)) continue;
    const index = n;
    n += 1;
    if (index >= checkpoint.size) break;
    // What was erased is shown to nobody by itself.
    if (!visible.may(event) || erasedIn(event.data) !== null) continue;
    wanted.learn({
      ...event,
      n: index,
      revision: Number(event.revision),
      metadata: event.metadata,
      data: event.data as Record<string, unknown>,
    });
    const extra = canonicalJson({ data: event.data, leaf: leafOf(event, index).toString('utf8') });
    const path = proveInclusion(tree.rootOf, index, checkpoint.size);
    const proof = { index, path, checkpoint: folder.read(bundleFiles.checkpoint), extra: Buffer.from(extra, 'utf8') };
    folder.addSmall(proofFile(index), formatTlogProof(proof));
  }
  return wanted;
};
