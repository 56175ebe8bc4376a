import type { AccreditationGrant } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const put = (tx: ReadModelTransaction, grant: AccreditationGrant, status: string, delegatedBy: string | null): void => {
  const { accreditationId, role, member, validFrom, validUntil, scope } = grant;
  tx.run(
    'INSERT OR REPLACE INTO accreditation VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)',
    accreditationId,
    role,
    member,
    status,
    validFrom,
    validUntil,
    delegatedBy,
    scope === undefined ? null : JSON.stringify(scope),
  );
};

const become = (tx: ReadModelTransaction, accreditationId: string, status: string, endedAt: string | null = null): void => {
  tx.run('UPDATE accreditation SET status = ?, ended_at = ? WHERE accreditation_id = ?', status, endedAt, accreditationId);
};

/** Who may act for whom, from when to when, lent by whom, and where it reaches; pseudonyms only. */
export const accreditationsProjection: Projection = {
  name: 'accreditations',
  version: 2,
  tables: ['accreditation'],
  ddl: `CREATE TABLE accreditation (accreditation_id TEXT PRIMARY KEY, role TEXT NOT NULL, member TEXT, status TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT, delegated_by TEXT, scope TEXT, ended_at TEXT) STRICT, WITHOUT ROWID;
    CREATE INDEX accreditation_by_member ON accreditation (member);`,
  handlers: {
    AccreditationNominated: (tx, { data }) => {
      put(tx, data, 'nominated', null);
    },
    AccreditationGranted: (tx, { data }) => {
      put(tx, data, 'accredited', null);
    },
    AccreditationDelegated: (tx, { data }) => {
      put(tx, data, 'accredited', data.delegatedBy);
    },
    AccreditationNominationDeclined: (tx, { data }) => {
      become(tx, data.accreditationId, 'declined');
    },
    AccreditationScopeChanged: (tx, { data }) => {
      tx.run('UPDATE accreditation SET scope = ? WHERE accreditation_id = ?', JSON.stringify(data.scope), data.accreditationId);
    },
    AccreditationSuspended: (tx, { data }) => {
      become(tx, data.accreditationId, 'suspended');
    },
    AccreditationReinstated: (tx, { data }) => {
      become(tx, data.accreditationId, 'accredited');
    },
    AccreditationEnded: (tx, { data }) => {
      become(tx, data.accreditationId, 'ended', data.endedAt);
    },
  },
};
