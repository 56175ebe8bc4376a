import type { Projection } from '../projection.port.ts';

/** Links to calendars that were made and stand, so that whoever made one finds it again; nothing by which one could be used. */
export const calendarLinksProjection: Projection = {
  name: 'calendar-links',
  version: 1,
  tables: ['calendar_link'],
  // How somebody reads his calendar is no part of the record.
  keepsRows: false,
  ddl: `CREATE TABLE calendar_link (
    credential_id TEXT PRIMARY KEY, accreditation_id TEXT NOT NULL, scope TEXT NOT NULL, issued_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX calendar_link_of ON calendar_link (accreditation_id);`,
  handlers: {
    CalendarLinkIssued: (tx, { data: { credentialId, accreditationId, scope, issuedAt } }) => {
      tx.run('INSERT OR REPLACE INTO calendar_link VALUES (?, ?, ?, ?)', credentialId, accreditationId, scope, issuedAt);
    },
    CalendarLinkRevoked: (tx, { data }) => {
      tx.run('DELETE FROM calendar_link WHERE credential_id = ?', data.credentialId);
    },
  },
};
