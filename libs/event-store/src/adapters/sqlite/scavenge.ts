import { categoryOf, isLedgered } from '../../ledgered.ts';
import { InvalidArgument } from '../../errors.ts';
import { lowestShown } from '../../stream-settings.ts';
import { connect, guarded } from './connection.ts';
import { prepareSchema } from './schema.ts';

/** What a scavenge took away. */
export interface Scavenged {
  readonly streams: number;
  readonly events: number;
}

interface StreamRow {
  readonly stream_id: string;
  readonly revision: bigint;
  readonly hidden_below: bigint;
  readonly tombstoned: bigint;
  readonly max_count: bigint | null;
  readonly truncate_before: bigint | null;
}

const shownFrom = ({ revision, hidden_below, tombstoned, max_count, truncate_before }: StreamRow): bigint =>
  tombstoned === 1n
    ? revision + 1n
    : lowestShown(hidden_below, revision, {
        ...(max_count === null ? {} : { maxCount: Number(max_count) }),
        ...(truncate_before === null ? {} : { truncateBefore: truncate_before }),
      });

const hidable =
  'SELECT stream_id, revision, hidden_below, tombstoned, max_count, truncate_before FROM streams WHERE tombstoned = 1 OR hidden_below > 0 OR max_count IS NOT NULL OR truncate_before IS NOT NULL';

/**
 * Takes away for ever what streams no longer show, in the named categories; positions of all others stay, and none is used again.
 * The freed pages are overwritten (`secure_delete`) and the write-ahead log is emptied.
 *
 * @param categories  only categories outside the ledger (DESIGN §6): ledgered events are never taken away
 * @throws InvalidArgument, Unavailable
 */
export const scavenge = (path: string, categories: readonly string[]): Scavenged => {
  const ledgered = categories.find((category) => isLedgered(`${category}-x`));
  if (ledgered !== undefined)
    throw new InvalidArgument('categories', `events of "${ledgered}" stand in the ledger and are never taken away`);
  const db = connect(path);
  try {
    return guarded(() => {
      prepareSchema(db);
      const permit = db.prepare('INSERT INTO scavenge_permits (stream_id, below) VALUES (?, ?)');
      const take = db.prepare('DELETE FROM events WHERE stream_id = ? AND revision < ?');
      const taken = db
        .transaction(() => {
          const rows = db.prepare<[], StreamRow>(hidable).all();
          const counts = rows
            .filter(({ stream_id }) => categories.includes(categoryOf(stream_id)))
            .map((row) => {
              const below = shownFrom(row);
              permit.run(row.stream_id, below);
              return take.run(row.stream_id, below).changes;
            });
          db.exec('DELETE FROM scavenge_permits');
          return counts.filter((count) => count > 0);
        })
        .immediate();
      db.pragma('wal_checkpoint(TRUNCATE)');
      return { streams: taken.length, events: taken.reduce((sum, count) => sum + count, 0) };
    });
  } finally {
    db.close();
  }
};
