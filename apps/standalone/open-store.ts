import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import { openKurrentDbEventStore } from '../../libs/event-store/src/adapters/kurrentdb/index.ts';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import { CannotStart } from './data-dir.ts';

const ofServer = /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\//;

/** Whether this names a KurrentDB server or cluster. */
export const isServerUrl = (place: string): boolean => ofServer.test(place);

/** Written into a data folder whose record went to a server: nothing is recorded in its file any more. */
export const movedFile = (dataDir: string): string => join(dataDir, 'moved.json');

/** A data folder, and where its record is: a file or the address of a server. */
export interface RecordPlace {
  readonly dataDir: string;
  readonly events: string;
}

/** Where the record of a deployment is: the server it was told, else the file in its data folder. */
export const placeOfRecord = (dataDir: string, eventStore: string | undefined): string => eventStore ?? join(dataDir, 'events.db');

/** Opens a record at its place, a file or a server; threads open their own. @throws Unavailable when the file cannot be used */
export const openStoreAt = (place: string): EventStore =>
  isServerUrl(place) ? openKurrentDbEventStore(place) : openSqliteEventStore(place);

/** @throws CannotStart when the record has been moved and the deployment was not told where to */
export const refuseMoved = (dataDir: string, eventStore: string | undefined): void => {
  if (eventStore === undefined && existsSync(movedFile(dataDir)))
    throw new CannotStart(
      `The record of ${dataDir} was moved to a server: set EVENT_STORE to its address (what was moved is told in ${movedFile(dataDir)}).`,
      { exitCode: 78 },
    );
};
