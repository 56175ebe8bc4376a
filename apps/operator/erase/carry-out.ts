import {
  commands,
  eraseFiles,
  pendingErasures,
  scopeOf,
  type CommandOutcome,
  type DecidedErasure,
  type Environment,
  type ErasureScope,
} from '../../../libs/application/src/index.ts';
import { compact, eraseContent, scavenge } from '../../../libs/event-store/src/adapters/sqlite/index.ts';
import { StreamDeleted } from '../../../libs/event-store/src/index.ts';
import { CannotStart, holdDataDir } from '../../standalone/data-dir.ts';
import { keptListOf, readKeptList } from '../../standalone/kept-erasures.ts';
import { storeIn } from '../maintain.ts';
import { operatorContext, withRecord } from '../open-record.ts';
import { removeDerivedFiles } from './derived-files.ts';
import { keepErasures, recordKeptAgain } from './kept-list.ts';

const recorded = (outcome: CommandOutcome): void => {
  if (outcome.kind === 'refused') throw new CannotStart(`Refused: ${outcome.rejection.code}.`, { exitCode: 70 });
};

interface Listed {
  readonly erasures: readonly DecidedErasure[];
  readonly scope: ErasureScope;
}

/** Finds what goes, puts it on record, and writes it down beside the record; null when nothing waits. */
const list = async (env: Environment, dataDir: string, tell: (line: string) => void): Promise<Listed | null> => {
  const again = await recordKeptAgain(env.store, readKeptList(keptListOf(dataDir)));
  if (again > 0) tell(`${again} erasures that this record knows nothing of`);
  const waiting = await pendingErasures(env.store);
  if (waiting.length === 0) return null;
  const scope = await scopeOf(env.store, waiting);
  for (const { erasureId } of waiting) {
    const events = scope.contents
      .filter((content) => content.erasureId === erasureId)
      .map(({ stream, revision, dataHash, leftHash }) => ({ stream, revision, dataHash, leftHash }));
    if (events.length > 0) recorded(await commands.listErasureScope.run(env, { erasureId, events }, operatorContext()));
  }
  await keepErasures(env.store, keptListOf(dataDir));
  return { erasures: await pendingErasures(env.store), scope };
};

/** Closes a stream for ever, whether it was closed before or not. */
const close = async ({ store }: Environment, stream: string): Promise<void> => {
  try {
    await store.tombstoneStream(stream, 'any');
  } catch (error) {
    if (!(error instanceof StreamDeleted)) throw error;
  }
};

/** Files and whole streams. @returns how many files went, by erasure */
const takeAway = async (env: Environment, { erasures, scope }: Listed): Promise<ReadonlyMap<string, number>> => {
  const files = await eraseFiles(env, operatorContext(), erasures);
  for (const stream of scope.streams.keys()) await close(env, stream);
  return files;
};

const recordEnds = async (env: Environment, { erasures, scope }: Listed, files: ReadonlyMap<string, number>): Promise<void> => {
  for (const { erasureId, events } of erasures) {
    const streams = [...scope.streams.values()].filter((by) => by === erasureId).length;
    const counts = { erasureId, events, streams, files: files.get(erasureId) ?? 0 };
    recorded(await commands.recordErasurePurged.run(env, counts, operatorContext()));
  }
};

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
