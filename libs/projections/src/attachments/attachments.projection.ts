import type { AttachedFile } from '../../../domain/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';

const addEdition = (
  tx: ReadModelTransaction,
  {
    attachmentId,
    edition,
    file,
    filedBy,
    filedAt,
  }: {
    readonly attachmentId: string;
    readonly edition: number;
    readonly file: AttachedFile;
    readonly filedBy: string;
    readonly filedAt: string;
  },
): void => {
  tx.run(
    'INSERT INTO attachment_edition VALUES (?, ?, ?, ?, ?, NULL, NULL)',
    attachmentId,
    edition,
    JSON.stringify(file),
    filedBy,
    filedAt,
  );
};

const touch = (tx: ReadModelTransaction, attachmentId: string, revision: number): void => {
  tx.run('UPDATE attachment SET revision = ? WHERE attachment_id = ?', revision, attachmentId);
};

/** Files by what they hang on, edition by edition. */
export const attachmentsProjection: Projection = {
  name: 'attachments',
  version: 1,
  tables: ['attachment', 'attachment_edition'],
  ddl: `
    CREATE TABLE attachment (attachment_id TEXT PRIMARY KEY, object TEXT NOT NULL, owner_id TEXT NOT NULL, member TEXT, withdrawn_at TEXT, withdrawn_reason TEXT, released_to TEXT, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX attachment_by_owner ON attachment (object, owner_id);
    CREATE TABLE attachment_edition (attachment_id TEXT, edition INTEGER, file TEXT NOT NULL, filed_by TEXT NOT NULL, filed_at TEXT NOT NULL, deletion TEXT, bytes_deleted_at TEXT, PRIMARY KEY (attachment_id, edition)) STRICT, WITHOUT ROWID;`,
  handlers: {
    AttachmentFiled: (tx, { data, revision }) => {
      const { attachmentId, owner, member } = data;
      tx.run('INSERT INTO attachment VALUES (?, ?, ?, ?, NULL, NULL, NULL, ?)', attachmentId, owner.object, owner.id, member, revision);
      addEdition(tx, data);
    },
    AttachmentEditionFiled: (tx, { data, revision }) => {
      addEdition(tx, data);
      touch(tx, data.attachmentId, revision);
    },
    AttachmentWithdrawn: (tx, { data, revision }) => {
      tx.run(
        'UPDATE attachment SET withdrawn_at = ?, withdrawn_reason = ? WHERE attachment_id = ?',
        data.withdrawnAt,
        data.reason,
        data.attachmentId,
      );
      touch(tx, data.attachmentId, revision);
    },
    AttachmentReleased: (tx, { data, revision }) => {
      tx.run('UPDATE attachment SET released_to = ? WHERE attachment_id = ?', data.to, data.attachmentId);
      touch(tx, data.attachmentId, revision);
    },
    AttachmentDeletionRequested: (tx, { data, revision }) => {
      const { attachmentId, edition, reasonCode, reason, requestedBy, requestedAt } = data;
      const deletion = JSON.stringify({ reasonCode, reason, requestedBy, requestedAt });
      tx.run('UPDATE attachment_edition SET deletion = ? WHERE attachment_id = ? AND edition = ?', deletion, attachmentId, edition);
      touch(tx, attachmentId, revision);
    },
    AttachmentDeletionRefused: (tx, { data, revision }) => {
      tx.run('UPDATE attachment_edition SET deletion = NULL WHERE attachment_id = ? AND edition = ?', data.attachmentId, data.edition);
      touch(tx, data.attachmentId, revision);
    },
    AttachmentBytesDeleted: (tx, { data, revision }) => {
      tx.run(
        'UPDATE attachment_edition SET deletion = NULL, bytes_deleted_at = ? WHERE attachment_id = ? AND edition = ?',
        data.deletedAt,
        data.attachmentId,
        data.edition,
      );
      touch(tx, data.attachmentId, revision);
    },
  },
};
