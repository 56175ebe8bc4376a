import { existsSync, rmSync } from 'node:fs';
import Sqlite, { type Database, type Statement } from 'better-sqlite3';

/** What a row may hold. */
export type Cell = string | number | null;

/** Reading side of the read models; rows are plain objects. */
export interface ReadDatabase {
  readonly get: <Row>(sql: string, ...cells: readonly Cell[]) => Row | undefined;
  readonly all: <Row>(sql: string, ...cells: readonly Cell[]) => readonly Row[];
}

/** What a projection may do: change its own rows, nothing else. No clock, no randomness, no network. */
export interface ReadModelTransaction extends ReadDatabase {
  readonly run: (sql: string, ...cells: readonly Cell[]) => void;
}

/** The file of the read models: everything in it can be deleted and comes back from the log. */
export interface ReadModelFile extends ReadModelTransaction {
  /** Runs the work in one transaction: all of it or nothing. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
  /** Told before each event, within the transaction: the ledger size that its rows belong to. */
  readonly beginEvent?: (event: { readonly n: number; readonly occurredAt: string; readonly isLedgered: boolean }) => void;
}

/** Statements of a connection, each prepared once. */
const statementsOf = (db: Database): ((sql: string) => Statement<Cell[]>) => {
  const prepared = new Map<string, Statement<Cell[]>>();
  return (sql) => {
    const known = prepared.get(sql) ?? db.prepare<Cell[]>(sql);
    prepared.set(sql, known);
    return known;
  };
};

/** The reading side of a connection. */
export const readSide = (db: Database, statement = statementsOf(db)): ReadDatabase => ({
  get: <Row>(sql: string, ...cells: readonly Cell[]) => statement(sql).get(...cells) as Row | undefined,
  all: <Row>(sql: string, ...cells: readonly Cell[]) => statement(sql).all(...cells) as Row[],
});

const bothSides = (db: Database): ReadModelFile => {
  const statement = statementsOf(db);
  return {
    ...readSide(db, statement),
    run: (sql, ...cells) => {
      statement(sql).run(...cells);
    },
    transaction: (work) => db.transaction(work).immediate(),
    close: () => {
      db.close();
    },
  };
};

const open = (path: string): Database => {
  const db = new Sqlite(path, { timeout: 5_000 });
  // Rows with a document in them then seldom spill into pages of their own; told before the file is made, later it says nothing.
  db.pragma('page_size = 8192');
  db.pragma('journal_mode = WAL');
  // Safe to lose: a torn file is deleted and built anew from the log.
  db.pragma('synchronous = NORMAL');
  // A rebuild touches most pages again and again: they stay in memory, and the log is folded in seldom. A service has three such files.
  db.pragma('cache_size = -16384');
  db.pragma('wal_autocheckpoint = 8192');
  return db;
};

const fingerprintOf = (db: Database): string | null => {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'read_model_meta'").get();
  if (known === undefined) return null;
  return db.prepare<[], { fingerprint: string }>('SELECT fingerprint FROM read_model_meta').get()?.fingerprint ?? null;
};

const create = (db: Database, ddl: string, fingerprint: string): void => {
  db.transaction(() => {
    db.exec('CREATE TABLE read_model_meta (fingerprint TEXT NOT NULL) STRICT');
    db.prepare('INSERT INTO read_model_meta VALUES (?)').run(fingerprint);
    db.exec(ddl);
  }).immediate();
};

const isTorn = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(String(Reflect.get(error, 'code')));

/** Opens what is there if it has these tables; anything else — other tables, a torn file — is not worth keeping. */
const openExisting = (path: string, fingerprint: string): Database | null => {
  let db: Database | null = null;
  try {
    db = open(path);
    if (fingerprintOf(db) === fingerprint) return db;
  } catch (error) {
    if (!isTorn(error)) throw error;
  }
  db?.close();
  return null;
};

/**
 * Opens the read models with these tables; a file with other tables is deleted, never migrated.
 *
 * @param path  a file, or `:memory:`
 * @param recursiveTriggers  whether triggers fire for rows that REPLACE takes away
 * @param isDurable  whether what is committed survives power loss; otherwise only its order does
 */
export const openReadModels = (
  path: string,
  ddl: string,
  fingerprint: string,
  { recursiveTriggers = false, isDurable = false }: { readonly recursiveTriggers?: boolean; readonly isDurable?: boolean } = {},
): ReadModelFile => {
  const db = openOrCreate(path, ddl, fingerprint);
  if (recursiveTriggers) db.pragma('recursive_triggers = ON');
  if (isDurable) db.pragma('synchronous = FULL');
  return bothSides(db);
};

/** Opens a file with whatever tables it has; null when it is not there, or torn. */
export const openReadModelsAsTheyAre = (path: string): ReadModelFile | null => {
  if (!existsSync(path)) return null;
  let db: Database | null = null;
  try {
    db = open(path);
    if (fingerprintOf(db) !== null) return bothSides(db);
  } catch (error) {
    if (!isTorn(error)) throw error;
  }
  db?.close();
  return null;
};

/** Takes a file away with everything that belongs to it. */
export const removeReadModels = (path: string): void => {
  ['', '-wal', '-shm'].forEach((suffix) => {
    rmSync(path + suffix, { force: true, recursive: true });
  });
};

const openOrCreate = (path: string, ddl: string, fingerprint: string): Database => {
  const existing = path !== ':memory:' && existsSync(path) ? openExisting(path, fingerprint) : null;
  if (existing !== null) return existing;
  if (path !== ':memory:') removeReadModels(path);
  const db = open(path);
  create(db, ddl, fingerprint);
  return db;
};
