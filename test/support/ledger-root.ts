import { isLedgered, type EventStore } from '../../libs/event-store/src/index.ts';
import { leafOf, RightEdge, sha256Tree } from '../../libs/ledger/src/index.ts';

/** Size and root of the ledger that follows from a log. */
export const deriveRoot = async (store: EventStore): Promise<{ readonly size: number; readonly hash: string }> => {
  const edge = new RightEdge(sha256Tree);
  for await (const event of store.readAll()) if (isLedgered(event.streamId)) edge.append(sha256Tree.leaf(leafOf(event, edge.size)));
  return { size: edge.size, hash: Buffer.from(edge.root()).toString('hex') };
};
