import type { AttachedFile } from '../../../domain/src/index.ts';
import { examineFile, type AttachmentFault, type BlobStore, type ExaminedFile } from '../../../documents/src/index.ts';
import type { CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { refused } from '../run-command.ts';
import { deleteUnused } from './bytes-in-use.ts';

/** A file that waits to be handed in. */
export interface HandedIn {
  readonly stagedId: string;
  /** As the sender named it. */
  readonly name: string;
}

const toFile = ({ name, mediaType, sizeBytes, sha256, receivedSha256, metadata }: ExaminedFile): AttachedFile => ({
  name,
  mediaType,
  sizeBytes,
  sha256,
  receivedSha256,
  metadata,
});

const examine = async (blobs: BlobStore, { stagedId, name }: HandedIn): Promise<ExaminedFile | AttachmentFault> => {
  const staged = blobs.staged(stagedId);
  if (staged === null) throw new Error(`nothing waits as ${stagedId}`);
  return examineFile(blobs, staged, name);
};

/**
 * Looks into a file, keeps its bytes, and records what follows; in that order, so that what is on record has its bytes. Bytes whose
 * command is refused go again, unless something else on record needs them.
 *
 * @param record  decides and records; told to try only when `dryRun` is set
 */
export const withKeptFile = async (
  env: Environment,
  context: CommandContext,
  handedIn: HandedIn,
  record: (file: AttachedFile, context: CommandContext) => Promise<CommandOutcome>,
): Promise<CommandOutcome> => {
  const { blobs } = env;
  const examined = await examine(blobs, handedIn);
  if ('code' in examined) return refused(examined);
  const file = toFile(examined);
  try {
    return await blobs.exclusively(file.sha256, async () => {
      // Tried first: what is refused leaves no bytes behind.
      const tried = await record(file, { ...context, dryRun: true });
      if (context.dryRun || tried.kind !== 'wouldRecord') return tried;
      await blobs.keep(examined.stagedId);
      const outcome = await record(file, context);
      if (outcome.kind === 'refused') await deleteUnused(env, file.sha256);
      return outcome;
    });
  } finally {
    await blobs.discard(examined.stagedId);
  }
};
