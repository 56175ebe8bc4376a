import type { ReadDatabase } from '../storage/read-database.ts';

/** What is asked about has tables that the version shown does not have yet: worth another try when the next one has taken over. */
export class ReadModelNotBuilt extends Error {
  override readonly name = 'ReadModelNotBuilt';
}

/** What the driver says of a table or column that is not there; told by its form, since one process may hold several copies of its classes. */
const missing = (error: unknown): string | null => {
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : undefined;
  return typeof message === 'string' && /^no such (?:table|column)/.test(message) ? message : null;
};

const telling = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    const message = missing(error);
    if (message !== null) throw new ReadModelNotBuilt(message, { cause: error });
    throw error;
  }
};

/** The reading side of a file that an earlier program made: what it does not have is said to be not built yet. */
export const asBuilt = (read: ReadDatabase): ReadDatabase => ({
  get: (sql, ...cells) => telling(() => read.get(sql, ...cells)),
  all: (sql, ...cells) => telling(() => read.all(sql, ...cells)),
});
