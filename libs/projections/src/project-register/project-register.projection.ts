import type { ProjectFactEvent, SourceParagraph } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { linksOfRegistration, rowOfFact, rowsOfRegistration, type FactRow, type Link } from './project-facts.ts';

const addFact = (tx: ReadModelTransaction, projectId: string, place: number, { source, ...row }: FactRow): void => {
  tx.run(
    'INSERT INTO project_fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    projectId,
    row.factId,
    place,
    row.what,
    row.text,
    row.date,
    JSON.stringify(row.countries),
    source?.symbol ?? null,
    source?.paragraph ?? null,
  );
};

const addLink = (tx: ReadModelTransaction, projectId: string, { kind, value }: Link): void => {
  const places = 'SELECT count(*) AS place FROM project_link WHERE project_id = ?';
  const place = tx.get<{ place: number }>(places, projectId)?.place ?? 0;
  tx.run('INSERT OR IGNORE INTO project_link VALUES (?, ?, ?, ?)', projectId, kind, value, place);
};

/** Facts added later stand after those of the registration. */
const laterPlace = (factId: string): number => 1_000 + Number(factId.slice(1));

const record = (tx: ReadModelTransaction, event: ProjectFactEvent & { readonly revision: number }): void => {
  const { projectId, factId } = event.data;
  const { row, links } = rowOfFact(event);
  addFact(tx, projectId, laterPlace(factId), row);
  links.forEach((link) => {
    addLink(tx, projectId, link);
  });
  tx.run('UPDATE project SET revision = ? WHERE project_id = ?', event.revision, projectId);
};

const note = (
  tx: ReadModelTransaction,
  kind: 'dispute' | 'correction',
  { projectId, factId, ...data }: { readonly projectId: string; readonly factId: string },
  revision: number,
): void => {
  tx.run('INSERT INTO project_note VALUES (?, ?, ?, ?, ?)', projectId, revision, factId, kind, JSON.stringify(data));
  tx.run('UPDATE project SET revision = ? WHERE project_id = ?', revision, projectId);
};

/** A correction as it is kept beside the fact. */
export interface CorrectionNote {
  readonly correction: string;
  readonly source: SourceParagraph;
}

/** The project register: every fact with its paragraph, every doubt beside its fact. */
export const projectRegisterProjection: Projection = {
  name: 'project-register',
  version: 1,
  tables: ['project', 'project_fact', 'project_link', 'project_note'],
  ddl: `
    CREATE TABLE project (project_id TEXT PRIMARY KEY, name TEXT NOT NULL, ends TEXT, closed_on TEXT, revision INTEGER NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE project_fact (project_id TEXT, fact_id TEXT, place INTEGER NOT NULL, what TEXT NOT NULL, text TEXT NOT NULL, date TEXT, countries TEXT NOT NULL, symbol TEXT, paragraph TEXT, PRIMARY KEY (project_id, fact_id)) STRICT, WITHOUT ROWID;
    CREATE TABLE project_link (project_id TEXT, kind TEXT, value TEXT, place INTEGER NOT NULL, PRIMARY KEY (project_id, kind, value)) STRICT, WITHOUT ROWID;
    CREATE INDEX project_by_link ON project_link (kind, value);
    CREATE TABLE project_note (project_id TEXT, revision INTEGER, fact_id TEXT NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (project_id, revision)) STRICT, WITHOUT ROWID;`,
  handlers: {
    ProjectRegistered: (tx, { data, revision }) => {
      tx.run('INSERT INTO project VALUES (?, ?, ?, NULL, ?, ?)', data.projectId, data.name, data.end, revision, JSON.stringify(data));
      rowsOfRegistration(data).forEach((row, place) => {
        addFact(tx, data.projectId, place, row);
      });
      linksOfRegistration(data).forEach((link) => {
        addLink(tx, data.projectId, link);
      });
    },
    ProjectRenamed: (tx, event) => {
      record(tx, event);
      tx.run('UPDATE project SET name = ? WHERE project_id = ?', event.data.name, event.data.projectId);
    },
    ProjectExtended: (tx, event) => {
      record(tx, event);
      tx.run('UPDATE project SET ends = ? WHERE project_id = ?', event.data.until, event.data.projectId);
    },
    ProjectClosed: (tx, event) => {
      record(tx, event);
      tx.run('UPDATE project SET closed_on = ? WHERE project_id = ?', event.data.closedOn, event.data.projectId);
    },
    ProjectAgreementSigned: record,
    ProjectComponentDefined: record,
    ProjectActivityReported: record,
    ProjectBeneficiaryAdded: record,
    ProjectDonorJoined: record,
    ProjectSuccessorProposed: record,
    ProjectFactDisputed: (tx, { data, revision }) => {
      note(tx, 'dispute', data, revision);
    },
    ProjectFactCorrected: (tx, { data, revision }) => {
      note(tx, 'correction', data, revision);
    },
  },
};
