import type { AccreditationId, Bilingual, Instant } from '../../../domain/src/index.ts';
import type { Envelope } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import type { CalendarFact, CalendarKind, CalendarWhen } from '../views.ts';

type Tx = ReadModelTransaction;

/** What an entry shows, besides what its subject is called today. */
export interface EntryData {
  readonly when: CalendarWhen;
  /** Null where the title is the subject's own. */
  readonly title: Bilingual | null;
  readonly place: Bilingual | null;
  readonly people: readonly AccreditationId[];
}

/** An entry to be put. */
export interface Entry {
  readonly uid: string;
  readonly kind: CalendarKind;
  readonly subject: string;
  readonly audience: Envelope['audience'];
  /** The Member it is for; null for all of the audience. */
  readonly member?: string;
  readonly status: CalendarFact['status'];
  readonly data: Omit<EntryData, 'title' | 'place' | 'people'> & Partial<EntryData>;
}

interface Standing {
  readonly status: string;
  readonly data: string;
}

/** Puts an entry as it is from now on. What says nothing new changes nothing, so that no calendar is told of it. */
export const putEntry = (tx: Tx, { uid, kind, subject, audience, member, status, data }: Entry, at: Instant): void => {
  const { title = null, place = null, people = [], when } = data;
  const said = JSON.stringify({ when, title, place, people });
  const stands = tx.get<Standing>('SELECT status, data FROM calendar_entry WHERE uid = ?', uid);
  if (stands?.status === status && stands.data === said) return;
  tx.run(
    `INSERT INTO calendar_entry VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
     ON CONFLICT (uid) DO UPDATE SET status = excluded.status, sequence = sequence + 1, changed_at = excluded.changed_at, data = excluded.data`,
    uid,
    kind,
    subject,
    audience,
    member ?? null,
    status,
    at,
    said,
  );
};

const cancel = (tx: Tx, where: string, at: Instant, ...values: readonly string[]): void => {
  tx.run(
    `UPDATE calendar_entry SET status = 'cancelled', sequence = sequence + 1, changed_at = ? WHERE ${where} AND status <> 'cancelled'`,
    at,
    ...values,
  );
};

/** It does not take place, or nothing is waited for any more. */
export const cancelEntry = (tx: Tx, uid: string, at: Instant): void => {
  cancel(tx, 'uid = ?', at, uid);
};

/** Nothing of some kind about a subject is waited for any more. */
export const cancelKind = (tx: Tx, kind: CalendarKind, subject: string, at: Instant): void => {
  cancel(tx, 'kind = ? AND subject = ?', at, kind, subject);
};

/** Every entry whose id begins so. */
export const cancelBeginning = (tx: Tx, beginning: string, at: Instant): void => {
  cancel(tx, 'substr(uid, 1, length(?)) = ?', at, beginning, beginning);
};

/** Slots of a programme that a version no longer shows. */
export const cancelSlotsBut = (tx: Tx, subject: string, shown: readonly string[], at: Instant): void => {
  cancel(tx, "kind = 'slot' AND subject = ? AND uid NOT IN (SELECT value FROM json_each(?))", at, subject, JSON.stringify(shown));
};

/** Everything that was to take place at a meeting. */
export const cancelProgrammeOf = (tx: Tx, meeting: string, at: Instant): void => {
  cancel(tx, "kind = 'slot' AND subject IN (SELECT 'agenda-' || agenda_id FROM calendar_agenda WHERE meeting = ?)", at, meeting);
};
