import { compact, eraseContent, scavenge } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import { holdDataDir } from '../../standalone/data-dir.ts';
import { keptListOf } from '../../standalone/kept-erasures.ts';
import { storeIn } from '../maintain.ts';
import { withRecord } from '../open-record.ts';
import { removeDerivedFiles } from './derived-files.ts';
import { list, recordEnds, takeAway } from './steps.ts';

const carryOut = async (dataDir: string, tell: (line: string) => void): Promise<string> => {
  const file = storeIn(dataDir);
  const listed = await withRecord(dataDir, (env) => list(env, dataDir, tell));
  if (listed === null) return 'Nothing waits to be erased.';
  const { erasures, scope } = listed;
  tell(`${erasures.length} erasures: ${scope.contents.length} events, ${scope.streams.size} streams`);
  eraseContent(
    file,
    scope.contents.map(({ streamId, eventRevision, data }) => ({ streamId, revision: eventRevision, data })),
  );
  const files = await withRecord(dataDir, (env) => takeAway(env, listed));
  scavenge(file, ['person', 'credential', 'draft']);
  removeDerivedFiles(dataDir).forEach((copy) => {
    tell(`${copy} is a copy of a record: what was erased is still in it`);
  });
  tell('writing the record anew');
  compact(file);
  await withRecord(dataDir, (env) => recordEnds(env, listed, files));
  return `${erasures.length} erasures are carried out: nothing of them is left in ${dataDir}. Keep ${keptListOf(dataDir)} with your backups.`;
};

/**
 * Carries out every erasure that two persons decided, on a record that nobody serves. What goes is put on record first; every step can
 * be interrupted and is done again from the beginning, to the same end.
 *
 * @throws CannotStart when somebody serves the data folder; EventStoreError
 */
export const carryOutErasures = async (dataDir: string, tell: (line: string) => void): Promise<string> => {
  storeIn(dataDir);
  const lock = holdDataDir(dataDir);
  try {
    return await carryOut(dataDir, tell);
  } finally {
    lock.release();
  }
};
