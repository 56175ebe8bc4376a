import type { Projection } from '../projection.port.ts';

/** Who people are, in a file of its own: the only place besides the log that names anybody (DESIGN §8). */
export const personDirectoryProjection: Projection = {
  name: 'person-directory',
  version: 2,
  tables: ['person', 'person_accreditation'],
  // A directory shows people as they are known today; what somebody was called before is nobody's business.
  keepsRows: false,
  ddl: `
    CREATE TABLE person (person_id TEXT PRIMARY KEY, details TEXT NOT NULL, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE person_accreditation (accreditation_id TEXT PRIMARY KEY, person_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX accreditation_of_person ON person_accreditation (person_id);`,
  handlers: {
    PersonRegistered: (tx, { data, revision }) => {
      tx.run('INSERT INTO person VALUES (?, ?, ?)', data.personId, JSON.stringify(data.details), revision);
    },
    PersonDetailsChanged: (tx, { data, revision }) => {
      tx.run('UPDATE person SET details = ?, revision = ? WHERE person_id = ?', JSON.stringify(data.details), revision, data.personId);
    },
    PersonAccreditationLinked: (tx, { data, revision }) => {
      tx.run('INSERT OR REPLACE INTO person_accreditation VALUES (?, ?)', data.accreditationId, data.personId);
      tx.run('UPDATE person SET revision = ? WHERE person_id = ?', revision, data.personId);
    },
    PersonErased: (tx, { data }) => {
      tx.run('DELETE FROM person_accreditation WHERE person_id = ?', data.personId);
      tx.run('DELETE FROM person WHERE person_id = ?', data.personId);
    },
  },
};
