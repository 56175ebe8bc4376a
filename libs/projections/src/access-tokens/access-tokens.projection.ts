import type { Projection } from '../projection.port.ts';

/** Bearer tokens that were made and not taken back, so that whoever holds one finds it again; nothing by which one could be used. */
export const accessTokensProjection: Projection = {
  name: 'access-tokens',
  version: 1,
  tables: ['access_token'],
  // With which programs somebody works is no part of the record.
  keepsRows: false,
  ddl: `CREATE TABLE access_token (
    credential_id TEXT PRIMARY KEY, accreditation_id TEXT NOT NULL, label TEXT NOT NULL, issued_at TEXT NOT NULL, expires_at TEXT,
    reads_only INTEGER NOT NULL, commands TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX access_token_of ON access_token (accreditation_id);`,
  handlers: {
    AccessTokenIssued: (tx, { data: { credentialId, accreditationId, label, issuedAt, expiresAt, readsOnly, commands } }) => {
      const named = commands === undefined ? null : JSON.stringify(commands);
      const row = [credentialId, accreditationId, label, issuedAt, expiresAt, readsOnly === true ? 1 : 0, named];
      tx.run('INSERT OR REPLACE INTO access_token VALUES (?, ?, ?, ?, ?, ?, ?)', ...row);
    },
    AccessTokenRevoked: (tx, { data }) => {
      tx.run('DELETE FROM access_token WHERE credential_id = ?', data.credentialId);
    },
  },
};
