import type { Cell, ReadDatabase } from './storage/read-database.ts';
import type { Page } from './views.ts';

/** Bounds of a page: 1 to 200 items, 50 unless told. */
export const pageLimits = { smallest: 1, usual: 50, largest: 200 } as const;

/** Totals are counted up to here: whoever sees more than this many looks for something else. Counting on would walk the whole table. */
export const mostCounted = 10_000;

/** Rows of a query, counted one beyond `most` and no further. */
export const countUpTo = (most: number, db: ReadDatabase, sql: string, cells: readonly Cell[]): number =>
  db.get<{ total: number }>(`SELECT count(*) AS total FROM (${sql} LIMIT ?)`, ...cells, most + 1)?.total ?? 0;

/** Opaque cursor that leads to the row after this key. */
export const cursorOf = (key: readonly string[]): string => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

/** The key in a cursor, or null when it is not one of ours. */
export const keyOf = (cursor: string, parts: number): readonly string[] | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.length === parts && value.every((part) => typeof part === 'string') ? value : null;
  } catch {
    // Whatever JSON.parse dislikes is not a cursor of ours.
    return null;
  }
};

/** The page in `rows`, of which one more than `limit` was asked for, so that it is known whether another follows. @param total  as counted up to `mostCounted` and one beyond */
export const pageFrom = <R, T>(
  rows: readonly R[],
  limit: number,
  total: number,
  toItem: (row: R) => T,
  keyOfLast: (item: T) => readonly string[],
): Page<T> => {
  const items = rows.slice(0, limit).map(toItem);
  const last = items.at(-1);
  const exact = total <= mostCounted ? { total } : { total: mostCounted, totalIsMore: true };
  return { items, ...exact, next: rows.length > limit && last !== undefined ? cursorOf(keyOfLast(last)) : null };
};
