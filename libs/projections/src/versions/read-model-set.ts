import type { Projection } from '../projection.port.ts';
import { historyProjections, historySchema, openRowHistory } from '../row-history/row-history.ts';
import { schemaOf } from '../runner/checkpoint.ts';
import { openReadModels, type ReadModelFile } from '../storage/read-database.ts';
import type { SetName } from './version-book.ts';

/** Read models that share a file, as this program makes them. */
export interface ReadModelSet {
  readonly name: SetName;
  readonly projections: readonly Projection[];
  /** Changes with the name, version or tables of any of them. */
  readonly fingerprint: string;
  /** Opens the set's file for writing, making it when it is not there. */
  readonly open: (path: string) => ReadModelFile;
}

/** What readers of the present are shown. */
export const readModelSet = (projections: readonly Projection[]): ReadModelSet => {
  const { ddl, fingerprint } = schemaOf(projections);
  return { name: 'read-models', projections, fingerprint, open: (path) => openReadModels(path, ddl, fingerprint) };
};

/** What readers of the past are shown. */
export const rowHistorySet = (projections: readonly Projection[]): ReadModelSet => ({
  name: 'row-history',
  projections: historyProjections(projections),
  fingerprint: historySchema(historyProjections(projections)).fingerprint,
  open: (path) => openRowHistory(path, projections),
});
