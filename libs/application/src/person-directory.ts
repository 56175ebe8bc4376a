import type { PersonEvent } from '../../domain/src/index.ts';
import type { EventStore } from '../../event-store/src/index.ts';
import { openReadModelsOf, personDirectoryProjection, startProjections, type ReadDatabase } from '../../projections/src/index.ts';
import { upcasters } from './upcasters.ts';

/** The directory of persons: read beside the record, never copied into it. */
export interface PersonDirectory {
  readonly read: ReadDatabase;
  /** Waits until everything that is recorded so far is shown, at most two seconds. */
  readonly upToDate: () => Promise<void>;
}

/** A directory that is kept, and how to end keeping it. */
export interface KeptPersonDirectory {
  readonly directory: PersonDirectory;
  readonly stop: () => Promise<void>;
}

const types: readonly PersonEvent['type'][] = ['PersonRegistered', 'PersonDetailsChanged', 'PersonAccreditationLinked', 'PersonErased'];
const projections = [personDirectoryProjection];

/**
 * Keeps the directory in a file of its own, which can be deleted and comes back from the log.
 *
 * @param path  a file, or `:memory:`
 */
export const startPersonDirectory = (store: EventStore, path: string): KeptPersonDirectory => {
  const db = openReadModelsOf(path, projections);
  const runner = startProjections({ store, db, projections, upcasters, filter: { types } });
  const upToDate = async (): Promise<void> => {
    const head = await store.head();
    if (head !== null) await runner.waitForPosition(head);
  };
  const stop = async (): Promise<void> => {
    await runner.stop();
    db.close();
  };
  return { directory: { read: db, upToDate }, stop };
};
