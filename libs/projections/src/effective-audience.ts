import type { Envelope } from './projection.port.ts';
import type { ReadDatabase } from './storage/read-database.ts';

type Audience = Envelope['audience'];

/** SQL: whether a released batch names the event of that stream and revision. @param stream, revision  SQL expressions */
export const isTold = (stream: string, revision: string): string =>
  `EXISTS (SELECT 1 FROM told_event t WHERE t.stream = ${stream} AND t.revision = ${revision})`;

/**
 * Who may know of an event as the record stands in `db`: its own audience, raised by a release that names it (DESIGN §6).
 * Every list, search, feed and export asks here.
 */
export const effectiveAudience = (
  db: ReadDatabase,
  { stream, revision, audience }: { readonly stream: string; readonly revision: number; readonly audience: Audience },
): Audience => {
  if (audience !== 'internal') return audience;
  const told = db.get<{ told: number }>(`SELECT ${isTold('?', '?')} AS told`, stream, revision)?.told ?? 0;
  return told === 1 ? 'addressee' : 'internal';
};
