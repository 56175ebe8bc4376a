import { isLedgered, type GlobalPosition, type RecordedEvent } from '../../event-store/src/index.ts';
import { leafOf } from './leaf.ts';
import type { TileFolder } from './tiles.ts';

/**
 * Appends the leaves of ledgered events to the tiles; the same events again are passed over.
 *
 * @param events  the log from its start, or from any place of which `ledgeredBefore` events of the ledger lie before
 * @returns the engine position of the last event read, or null when there was none
 */
export const deriveTiles = async (
  tiles: TileFolder,
  events: AsyncIterable<RecordedEvent>,
  ledgeredBefore = 0,
): Promise<GlobalPosition | null> => {
  let n = ledgeredBefore;
  let last: GlobalPosition | null = null;
  for await (const event of events) {
    last = event.position;
    if (!isLedgered(event.streamId)) continue;
    if (n === tiles.size) tiles.append(leafOf(event, n));
    n += 1;
  }
  tiles.flush();
  return last;
};
