import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { canonicalJson, hashOf } from '../../../libs/application/src/index.ts';
import { openFileBlobStore } from '../../../libs/documents/src/index.ts';
import type { EventStore } from '../../../libs/event-store/src/index.ts';
import { definitionFile, documentFile, type BundleFolder, type WantedFiles } from '../../../libs/ledger/src/index.ts';
import { generalTable, shippedCategories, shippedDefinition } from '../../../libs/workflow/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';

/** Procedures that entries may name, by the hash that they are named by: those that ship, and those that were published. */
const procedures = async (store: EventStore): Promise<ReadonlyMap<string, object>> => {
  const shipped = [generalTable, ...shippedCategories.map((name) => shippedDefinition(name) ?? {})];
  const known = new Map<string, object>(shipped.map((table) => [hashOf(table), table]));
  for await (const { data } of store.readAll({ filter: { types: ['WorkflowPublished'] } })) {
    const { definition } = data as { readonly definition?: object };
    if (definition !== undefined) known.set(hashOf(definition), definition);
  }
  return known;
};

/**
 * Adds the attached files and procedures that events refer to.
 *
 * @param isWhole  every procedure has to be there; of a part of the log those that are named in it
 * @throws CannotStart when the bytes of a file or the text of a procedure are gone
 */
export const addNamedFiles = async (
  { dataDir, store, folder }: { readonly dataDir: string; readonly store: EventStore; readonly folder: BundleFolder },
  wanted: WantedFiles,
  isWhole: boolean,
): Promise<void> => {
  const blobs = openFileBlobStore(join(dataDir, 'blobs'), { sweeps: false });
  for (const sha256 of [...wanted.documents].sort()) {
    const stream = await blobs.open(sha256);
    if (stream === null) throw new CannotStart(`The file ${sha256} is gone, and nobody has recorded its deletion.`, { exitCode: 40 });
    const bytes = await buffer(stream);
    folder.add(documentFile(sha256), () => bytes);
  }
  const known = await procedures(store);
  for (const sha256 of [...wanted.definitions].sort()) {
    const definition = known.get(sha256);
    if (definition === undefined && isWhole)
      throw new CannotStart(`The procedure ${sha256} is not known to this program.`, { exitCode: 40 });
    if (definition !== undefined) folder.add(definitionFile(sha256), () => Buffer.from(canonicalJson(definition), 'utf8'));
  }
};
