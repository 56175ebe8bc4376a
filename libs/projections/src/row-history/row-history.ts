import type { Instant } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import { schemaOf } from '../runner/checkpoint.ts';
import { openAsOfConnection, type AsOfConnection } from '../storage/as-of-connection.ts';
import { openReadModels, type Cell, type ReadDatabase, type ReadModelFile } from '../storage/read-database.ts';
import { asBuilt } from '../versions/not-built.ts';
import { asOfViewsDdl, rowHistoryDdl } from './row-history.ddl.ts';

/** Projections whose rows are kept over time; a Member's unreleased text is not. */
const kept = (projections: readonly Projection[]): readonly Projection[] => projections.filter(({ keepsRows }) => keepsRows !== false);

const tablesOf = (projections: readonly Projection[]): readonly string[] => projections.flatMap(({ tables }) => tables);

/** DDL of the read models with their row history, and the fingerprint that changes with any of it. */
export const historySchema = (projections: readonly Projection[]): { readonly ddl: string; readonly fingerprint: string } => {
  const { ddl, fingerprint } = schemaOf(projections);
  const blank = openReadModels(':memory:', ddl, fingerprint);
  const rows = rowHistoryDdl(blank, tablesOf(projections));
  blank.close();
  return schemaOf(projections, rows);
};

/** Opens the file of row history for writing: the same projections fill it as fill the read models. */
export const openRowHistory = (path: string, projections: readonly Projection[]): ReadModelFile => {
  const { ddl, fingerprint } = historySchema(kept(projections));
  const file = openReadModels(path, ddl, fingerprint, { recursiveTriggers: true });
  const beginEvent = ({
    n,
    occurredAt,
    isLedgered,
  }: {
    readonly n: number;
    readonly occurredAt: string;
    readonly isLedgered: boolean;
  }): void => {
    file.run('UPDATE row_clock SET n = ? WHERE n <> ?', n, n);
    if (!isLedgered) return;
    file.run(
      `INSERT INTO moment (at, n) SELECT max(?, coalesce((SELECT max(at) FROM moment), '')), ?
       WHERE true ON CONFLICT (at) DO UPDATE SET n = excluded.n`,
      occurredAt,
      n,
    );
  };
  return { ...file, beginEvent };
};

/** The projections that fill the row history. */
export const historyProjections = kept;

/** Reading side of the row history: any past state, through views that carry the live tables' names. */
export interface RowHistory {
  /** Ledger size up to which the rows are kept. */
  readonly n: () => number;
  /** Ledger size at an instant: the last one whose events all happened at or before it; 0 before the first. */
  readonly sizeAt: (instant: Instant) => number;
  /** Ledger size right after a version of an agenda was published, or null. */
  readonly sizeAtVersion: (agendaId: string, version: number) => number | null;
  /** Latest instant recorded within the first n events; null for n = 0. */
  readonly instantOf: (n: number) => Instant | null;
  /** Why rows are kept no longer, when what keeps them has failed; null while all is well. */
  readonly fault: () => string | null;
  /** Lends the state after the first n ledgered events to some work; not beyond it. @param n  from 0 to `n()` */
  readonly lend: <T>(n: number, work: (read: ReadDatabase) => Promise<T> | T) => Promise<T>;
  readonly close: () => void;
}

const mostIdle = 4;

class FiledRowHistory implements RowHistory {
  readonly #open: () => AsOfConnection;
  readonly #present: AsOfConnection;
  readonly #idle: AsOfConnection[] = [];
  #closed = false;

  constructor(open: () => AsOfConnection) {
    this.#open = open;
    this.#present = open();
  }

  #row<Row>(sql: string, ...cells: readonly Cell[]): Row | undefined {
    return this.#present.read.get<Row>(sql, ...cells);
  }

  n = (): number => this.#row<{ n: number }>('SELECT n FROM main.checkpoint')?.n ?? 0;

  sizeAt = (instant: Instant): number =>
    this.#row<{ n: number }>('SELECT n FROM moment WHERE at <= ? ORDER BY at DESC LIMIT 1', instant)?.n ?? 0;

  sizeAtVersion = (agendaId: string, version: number): number | null =>
    this.#row<{ n: number | null }>(
      "SELECT min(from_n) AS n FROM agenda_version__rows WHERE agenda_id = ? AND version = ? AND status = 'published'",
      agendaId,
      version,
    )?.n ?? null;

  instantOf = (n: number): Instant | null =>
    n === 0
      ? null
      : ((this.#row<{ at: string }>('SELECT at FROM moment WHERE n >= ? ORDER BY n LIMIT 1', n)?.at ?? null) as Instant | null);

  fault = (): string | null => null;

  lend = async <T>(n: number, work: (read: ReadDatabase) => Promise<T> | T): Promise<T> => {
    const connection = this.#idle.pop() ?? this.#open();
    try {
      connection.show(n, this.instantOf(n));
      return await work(asBuilt(connection.read));
    } finally {
      if (this.#idle.length < mostIdle && !this.#closed) this.#idle.push(connection);
      else connection.close();
    }
  };

  close = (): void => {
    this.#closed = true;
    [...this.#idle, this.#present].forEach((connection) => {
      connection.close();
    });
  };
}

/** Opens the row history for reading; the file must have been opened for writing before. `:memory:` cannot be shared and is refused. */
export const readRowHistory = (path: string, projections: readonly Projection[]): RowHistory => {
  const tables = tablesOf(kept(projections));
  return new FiledRowHistory(() => openAsOfConnection(path, (db) => asOfViewsDdl(db, tables)));
};
