import { attachmentLimits, type BlobTooLarge } from '../../../documents/src/index.ts';
import type { Environment } from '../contract.ts';

/** Takes in the bytes of a file as they come; nothing is kept before a command says so. @returns the id under which they wait */
export const receiveUpload = async (
  { blobs }: Environment,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly stagedId: string } | BlobTooLarge> => {
  const staged = await blobs.stage(bytes, attachmentLimits.maxBytes);
  return 'code' in staged ? staged : { stagedId: staged.stagedId };
};
