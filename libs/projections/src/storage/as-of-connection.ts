import Sqlite from 'better-sqlite3';
import { readSide, type ReadDatabase } from './read-database.ts';

/** A connection that shows a file as it was. */
export interface AsOfConnection {
  readonly read: ReadDatabase;
  /** Chooses the state that is shown. */
  readonly show: (n: number, at: string | null) => void;
  readonly close: () => void;
}

/** Opens a file for reading with temporary views in the place of its tables. @param views  DDL of the views, from the file's own tables */
export const openAsOfConnection = (path: string, views: (db: ReadDatabase) => string): AsOfConnection => {
  const db = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  db.pragma('temp_store = MEMORY');
  db.exec(views(readSide(db)));
  const choose = db.prepare('UPDATE temp.as_of SET n = ?, at = ?');
  return {
    read: readSide(db),
    show: (n, at) => {
      choose.run(n, at);
    },
    close: () => {
      db.close();
    },
  };
};
