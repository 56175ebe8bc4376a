import type { Projection } from '../projection.port.ts';

/** Regional structures with what changed about them from which day on, and the counts that documents state. */
export const structureDirectoryProjection: Projection = {
  name: 'structure-directory',
  version: 1,
  tables: ['structure', 'structure_host', 'structure_count'],
  ddl: `
    CREATE TABLE structure (structure_id TEXT PRIMARY KEY, kind TEXT NOT NULL, region TEXT, established_on TEXT, closed_on TEXT, contact TEXT, revision INTEGER NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE structure_host (structure_id TEXT, from_day TEXT, host TEXT, host_city TEXT, PRIMARY KEY (structure_id, from_day)) STRICT, WITHOUT ROWID;
    CREATE TABLE structure_count (kind TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  handlers: {
    RegionalStructureRegistered: (tx, { data, revision }) => {
      tx.run(
        'INSERT INTO structure VALUES (?, ?, ?, NULL, NULL, NULL, ?, ?)',
        data.structureId,
        data.kind,
        data.region,
        revision,
        JSON.stringify(data),
      );
      // Before any change of host the first one holds, whatever day is looked at.
      tx.run("INSERT INTO structure_host VALUES (?, '', ?, ?)", data.structureId, data.host, data.hostCity);
    },
    RegionalStructureCountStated: (tx, { data }) => {
      tx.run('INSERT OR REPLACE INTO structure_count VALUES (?, ?)', data.kind, JSON.stringify(data));
    },
    RegionalStructureEstablished: (tx, { data, revision }) => {
      tx.run('UPDATE structure SET established_on = ?, revision = ? WHERE structure_id = ?', data.inForceFrom, revision, data.structureId);
    },
    RegionalStructureHostChanged: (tx, { data, revision }) => {
      tx.run('INSERT INTO structure_host VALUES (?, ?, ?, ?)', data.structureId, data.inForceFrom, data.host, data.hostCity);
      tx.run('UPDATE structure SET revision = ? WHERE structure_id = ?', revision, data.structureId);
    },
    RegionalStructureClosed: (tx, { data, revision }) => {
      tx.run('UPDATE structure SET closed_on = ?, revision = ? WHERE structure_id = ?', data.inForceFrom, revision, data.structureId);
    },
    RegionalStructureContactNamed: (tx, { data, revision }) => {
      tx.run('UPDATE structure SET contact = ?, revision = ? WHERE structure_id = ?', data.personId, revision, data.structureId);
    },
  },
};
