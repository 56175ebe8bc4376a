import type { NoticePreference, QuietHours } from '../../../domain/src/index.ts';
import { usualPreference } from '../../../domain/src/index.ts';
import { countUpTo, keyOf, mostCounted, pageFrom } from '../paging.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { Page } from '../views.ts';
import { noticeToTell, type NoticeToTell } from './outbox.query.ts';

interface MailboxRow {
  readonly mail: NoticePreference['mail'];
  readonly quiet_hours: string | null;
  readonly read_up_to: number;
}

interface ShownRow {
  readonly delivery_id: string;
  readonly n: number;
  readonly unread: number;
}

/** A message in an inbox, not yet in words. */
export interface InboxRow {
  readonly notice: NoticeToTell;
  readonly unread: boolean;
}

/** What somebody was told in the inbox, and what of it he has read. */
export interface InboxRows {
  readonly readUpTo: number;
  readonly unread: number;
  readonly preference: NoticePreference;
  readonly items: Page<InboxRow>;
}

export interface InboxWish {
  readonly accreditationId: string;
  readonly unreadOnly: boolean;
  readonly cursor: string | null;
  readonly limit: number;
}

const shown = "FROM notice_delivery d WHERE d.recipient = ? AND d.channel = 'inbox'";
const isUnread = `(d.n >= ? AND NOT EXISTS (
  SELECT 1 FROM notice_read r WHERE r.accreditation_id = d.recipient AND r.delivery_id = d.delivery_id))`;

const preferenceIn = (row: MailboxRow | undefined): NoticePreference =>
  row === undefined
    ? usualPreference
    : { mail: row.mail, quietHours: row.quiet_hours === null ? null : (JSON.parse(row.quiet_hours) as QuietHours) };

const toItem = (db: ReadDatabase, { delivery_id, unread }: ShownRow): readonly InboxRow[] => {
  const notice = noticeToTell(db, delivery_id);
  return notice === null ? [] : [{ notice, unread: unread === 1 }];
};

/** The inbox of an accreditation, the newest first. */
export const inboxOf = (
  db: ReadDatabase,
  { accreditationId, unreadOnly, cursor, limit }: InboxWish,
): InboxRows | { readonly code: 'paging.bad_cursor' } => {
  const after = cursor === null ? ['9007199254740991', ''] : keyOf(cursor, 2);
  const [n, id] = after ?? [];
  if (n === undefined || id === undefined || !/^\d{1,16}$/.test(n)) return { code: 'paging.bad_cursor' };
  const mailbox = db.get<MailboxRow>(
    'SELECT mail, quiet_hours, read_up_to FROM notice_mailbox WHERE accreditation_id = ?',
    accreditationId,
  );
  const readUpTo = mailbox?.read_up_to ?? 0;
  const only = unreadOnly ? ` AND ${isUnread}` : '';
  const cells: readonly Cell[] = unreadOnly ? [readUpTo] : [];
  const rows = db.all<ShownRow>(
    `SELECT d.delivery_id, d.n, ${isUnread} AS unread ${shown} AND (d.n < ? OR (d.n = ? AND d.delivery_id > ?))${only}
     ORDER BY d.n DESC, d.delivery_id LIMIT ?`,
    readUpTo,
    accreditationId,
    Number(n),
    Number(n),
    id,
    ...cells,
    limit + 1,
  );
  const total = countUpTo(mostCounted, db, `SELECT 1 ${shown}${only}`, [accreditationId, ...cells]);
  const unread = countUpTo(mostCounted, db, `SELECT 1 ${shown} AND ${isUnread}`, [accreditationId, readUpTo]);
  const page = pageFrom(
    rows,
    limit,
    total,
    (row) => row,
    (row) => [String(row.n), row.delivery_id],
  );
  const items = { ...page, items: page.items.flatMap((row) => toItem(db, row)) };
  return { readUpTo, unread, preference: preferenceIn(mailbox), items };
};
