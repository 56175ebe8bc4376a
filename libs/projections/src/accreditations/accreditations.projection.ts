import type { Projection } from '../projection.port.ts';

/** Who may act for whom, from when to when; pseudonyms only. */
export const accreditationsProjection: Projection = {
  name: 'accreditations',
  version: 1,
  tables: ['accreditation'],
  ddl: 'CREATE TABLE accreditation (accreditation_id TEXT PRIMARY KEY, role TEXT NOT NULL, member TEXT, valid_from TEXT NOT NULL, valid_until TEXT, ended_at TEXT) STRICT, WITHOUT ROWID;',
  handlers: {
    AccreditationGranted: (tx, { data }) => {
      tx.run(
        'INSERT INTO accreditation VALUES (?, ?, ?, ?, ?, NULL)',
        data.accreditationId,
        data.role,
        data.member,
        data.validFrom,
        data.validUntil,
      );
    },
    AccreditationEnded: (tx, { data }) => {
      tx.run('UPDATE accreditation SET ended_at = ? WHERE accreditation_id = ?', data.endedAt, data.accreditationId);
    },
  },
};
