import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotStart } from '../../standalone/data-dir.ts';
import { erasuresBeside } from '../maintain.ts';
import { withRecord } from '../open-record.ts';
import { carryOutErasures } from './carry-out.ts';
import { keptListOf, readKeptList, recordKeptAgain } from './kept-list.ts';

/** The list to go by: the one that is named, the one in the data folder, or the one beside the backup. */
const listFor = (dataDir: string, backup: string, named: string | null): string | null => {
  if (named !== null && !existsSync(named)) throw new CannotStart(`There is no ${named}.`, { exitCode: 66 });
  const places = [...(named === null ? [] : [resolve(named)]), keptListOf(dataDir), erasuresBeside(backup)];
  return places.find(existsSync) ?? null;
};

/**
 * Erases in a restored record what was erased after its backup was made, by the list that is kept outside records.
 *
 * @param named  the list to go by; null to look in the data folder and beside the backup
 * @returns one sentence
 * @throws CannotStart
 */
export const eraseAgain = async (dataDir: string, backup: string, named: string | null, tell: (line: string) => void): Promise<string> => {
  const list = listFor(dataDir, backup, named);
  if (list === null)
    return 'No list of erasures was found: what was erased after this backup was made is in it again. Name one with --erasures.';
  const missing = await withRecord(dataDir, ({ store }) => recordKeptAgain(store, readKeptList(list)));
  const done = await carryOutErasures(dataDir, tell);
  return missing === 0 ? `${done} The backup knew of every erasure in ${list}.` : `${missing} erasures were made again. ${done}`;
};
