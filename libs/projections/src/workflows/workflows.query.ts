import type { Bilingual, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

/** One published version of a procedure. */
export interface WorkflowVersion {
  readonly name: string;
  readonly version: number;
  readonly policy: string;
  readonly definition: object;
  readonly changeNote: Bilingual;
  readonly publishedAt: Instant;
}

interface VersionRow {
  readonly name: string;
  readonly version: number;
  readonly policy: string;
  readonly definition: string;
  readonly change_note: string;
  readonly published_at: string;
}

const toVersion = ({ definition, change_note, published_at, ...row }: VersionRow): WorkflowVersion => ({
  ...row,
  definition: JSON.parse(definition) as object,
  changeNote: JSON.parse(change_note) as Bilingual,
  publishedAt: published_at as Instant,
});

/** Every published version, by name, oldest first. */
export const workflowVersions = (db: ReadDatabase): readonly WorkflowVersion[] =>
  db.all<VersionRow>('SELECT * FROM workflow_version ORDER BY name, version').map(toVersion);
