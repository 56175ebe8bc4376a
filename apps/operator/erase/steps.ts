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
import type { ScavengedNode } from '../../../libs/domain/src/index.ts';
import { StreamDeleted } from '../../../libs/event-store/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { keptListOf, readKeptList } from '../../standalone/kept-erasures.ts';
import { operatorContext } from '../open-record.ts';
import { keepErasures, recordKeptAgain } from './kept-list.ts';

const recorded = (outcome: CommandOutcome): void => {
  if (outcome.kind === 'refused') throw new CannotStart(`Refused: ${outcome.rejection.code}.`, { exitCode: 70 });
};

/** Erasures that two persons decided, and what they take away. */
export interface Listed {
  readonly erasures: readonly DecidedErasure[];
  readonly scope: ErasureScope;
}

/** Finds what goes, puts it on record, and writes it down beside the record; null when nothing waits. */
export const list = async (env: Environment, dataDir: string, tell: (line: string) => void): Promise<Listed | null> => {
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
export const takeAway = async (env: Environment, { erasures, scope }: Listed): Promise<ReadonlyMap<string, number>> => {
  const files = await eraseFiles(env, operatorContext(), erasures);
  for (const stream of scope.streams.keys()) await close(env, stream);
  return files;
};

/** Says on record that nothing is left. @param nodes  of a cluster, what each did */
export const recordEnds = async (
  env: Environment,
  { erasures, scope }: Listed,
  files: ReadonlyMap<string, number>,
  nodes?: readonly ScavengedNode[],
): Promise<void> => {
  for (const { erasureId, events } of erasures) {
    const streams = [...scope.streams.values()].filter((by) => by === erasureId).length;
    const counts = { erasureId, events, streams, files: files.get(erasureId) ?? 0, ...(nodes === undefined ? {} : { nodes }) };
    recorded(await commands.recordErasurePurged.run(env, counts, operatorContext()));
  }
};
