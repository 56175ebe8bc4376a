import { encode } from '../../encode.ts';
import { erasedIn } from '../../erased.ts';
import { InvalidArgument } from '../../errors.ts';
import type { Json, Revision } from '../../event-store.port.ts';
import { connect, guarded } from './connection.ts';
import { prepareSchema } from './schema.ts';

/** What stands in an event's place from now on. */
export interface ErasedContent {
  readonly streamId: string;
  readonly revision: Revision;
  /** Marked as erased (`erasedData`). */
  readonly data: Json;
}

/**
 * Puts marked data in the place of those of recorded events, all or none of them. Nothing else of an event can be changed, and nothing
 * can be put there without a mark: the file itself refuses it.
 *
 * @throws InvalidArgument when data carry no mark or an event is not there; Unavailable
 */
export const eraseContent = (path: string, contents: readonly ErasedContent[]): void => {
  const unmarked = contents.find(({ data }) => erasedIn(data) === null);
  if (unmarked !== undefined)
    throw new InvalidArgument('contents', `${unmarked.streamId}@${unmarked.revision} carries no mark of an erasure`);
  const db = connect(path);
  try {
    guarded(() => {
      prepareSchema(db);
      const permit = db.prepare('INSERT INTO erase_permits (stream_id, revision) VALUES (?, ?)');
      const replace = db.prepare('UPDATE events SET data = ? WHERE stream_id = ? AND revision = ?');
      db.transaction(() => {
        for (const { streamId, revision, data } of contents) {
          permit.run(streamId, revision);
          if (replace.run(encode(data, 'data'), streamId, revision).changes !== 1)
            throw new InvalidArgument('contents', `${streamId}@${revision} is not there`);
        }
        db.exec('DELETE FROM erase_permits');
      }).immediate();
    });
  } finally {
    db.close();
  }
};

/**
 * Writes the file anew without the pages that became free, and empties the write-ahead log: what was taken away is nowhere in them.
 * For a store that nobody else has open.
 *
 * @throws Unavailable
 */
export const compact = (path: string): void => {
  const db = connect(path);
  try {
    guarded(() => {
      db.exec('VACUUM');
      db.pragma('wal_checkpoint(TRUNCATE)');
    });
  } finally {
    db.close();
  }
};
