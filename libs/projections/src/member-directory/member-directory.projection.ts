import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const register = (tx: ReadModelTransaction, kind: string, id: string, data: object): void => {
  tx.run('INSERT INTO register_entry (kind, id, data) VALUES (?, ?, ?)', kind, id, JSON.stringify(data));
};

/** Members, their groupings, the themes, and the registers that are read as they were recorded. */
export const memberDirectoryProjection: Projection = {
  name: 'member-directory',
  version: 1,
  tables: ['member', 'grouping', 'theme_set', 'register_entry'],
  ddl: `
    CREATE TABLE member (code TEXT PRIMARY KEY, name_en TEXT NOT NULL, name_fr TEXT NOT NULL, region TEXT NOT NULL, acceded_on TEXT NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE grouping (kind TEXT, code TEXT, data TEXT NOT NULL, PRIMARY KEY (kind, code)) STRICT, WITHOUT ROWID;
    CREATE TABLE theme_set (theme_set_id TEXT, version INTEGER, data TEXT NOT NULL, PRIMARY KEY (theme_set_id, version)) STRICT, WITHOUT ROWID;
    CREATE TABLE register_entry (kind TEXT, id TEXT, data TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;`,
  handlers: {
    MemberRegistered: (tx, { data }) => {
      tx.run(
        'INSERT INTO member VALUES (?, ?, ?, ?, ?, ?)',
        data.code,
        data.name.en,
        data.name.fr,
        data.region,
        data.accededOn,
        JSON.stringify(data),
      );
    },
    GroupingRegistered: (tx, { data }) => {
      tx.run('INSERT INTO grouping VALUES (?, ?, ?)', data.kind, data.code, JSON.stringify(data));
    },
    ThemeSetPublished: (tx, { data }) => {
      tx.run('INSERT INTO theme_set VALUES (?, ?, ?)', data.themeSetId, data.version, JSON.stringify(data));
    },
    ProjectRegistered: (tx, { data }) => {
      register(tx, 'project', data.projectId, data);
    },
    RegionalStructureRegistered: (tx, { data }) => {
      register(tx, 'structure', data.structureId, data);
    },
    PriorDecisionRecorded: (tx, { data }) => {
      register(tx, 'decision', data.decisionId, data);
    },
  },
};
