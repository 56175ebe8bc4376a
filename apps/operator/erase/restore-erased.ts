import { restoreRecord } from '../maintain.ts';
import { carryOutErasures } from './carry-out.ts';
import { placeKeptList } from './kept-list.ts';

/**
 * Puts a backup in the place of a record that is not there, and erases in it what was erased after it was made.
 *
 * @param list  of the erasures, as it is kept outside records; null for the one in the data folder or beside the backup
 * @returns sentences
 * @throws CannotStart, EventStoreError; when it is interrupted, `operator erase` goes on
 */
export const restoreErased = async (
  dataDir: string,
  { backup, list }: { readonly backup: string; readonly list: string | null },
  tell: (line: string) => void,
): Promise<readonly string[]> => {
  const isListed = placeKeptList(dataDir, backup, list);
  const restored = await restoreRecord(dataDir, backup, tell);
  if (isListed) return [restored, await carryOutErasures(dataDir, tell)];
  return [
    restored,
    'No list of erasures was found: what was erased since is there again. Restore it with --erasures LIST if there was any.',
  ];
};
