import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../../libs/application/src/index.ts';
import { isLedgered } from '../../../libs/event-store/src/index.ts';
import { checkpointFile, parseCheckpoint, type Checkpoint } from '../../../libs/ledger/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';

/** The checkpoint over the whole record: what leaves shows what the evidence proves, and nothing else. @throws CannotStart 75 */
export const sealedWhole = async (dataDir: string, { store }: Environment): Promise<Checkpoint> => {
  const path = join(dataDir, 'ledger', checkpointFile);
  const checkpoint = existsSync(path) ? parseCheckpoint(readFileSync(path)) : null;
  let size = 0;
  for await (const { streamId } of store.readAll()) if (isLedgered(streamId)) size += 1;
  if (checkpoint?.size !== size)
    throw new CannotStart('Refused: archive.not_sealed. Start the service once and let it seal what is recorded.', { exitCode: 75 });
  return checkpoint;
};
