import { shippedTemplates, type Instant, type NoticeTemplate, type PlannedDelivery, type QuietHours } from '../../../domain/src/index.ts';
import { uuidV5 } from '../../../event-store/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { NoticeFacts } from './planning.ts';

interface PlannedRow {
  readonly delivery_id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly language: 'en' | 'fr';
  readonly review: number;
  readonly rule_id: string;
  readonly rule_version: number;
  readonly stream: string;
  readonly revision: number;
  readonly n: number;
}

const toPlan = (row: PlannedRow): PlannedDelivery => ({
  deliveryId: row.delivery_id,
  channel: row.channel,
  recipient: row.recipient as PlannedDelivery['recipient'],
  language: row.language,
  rule: { ruleId: row.rule_id, version: row.rule_version },
  trigger: { stream: row.stream, revision: row.revision, ledgerIndex: row.n },
  held: row.review === 1,
});

/** Messages that follow from the log and are not on record yet, in its order. @param size  ledger size that is sealed: no message tells of what is not */
export const messagesToPlan = (db: ReadDatabase, size: number, limit: number): readonly PlannedDelivery[] =>
  db
    .all<PlannedRow>(
      `SELECT d.delivery_id, d.channel, d.recipient, d.language, d.review, d.rule_id, o.rule_version, o.stream, o.revision, d.n
       FROM notice_delivery d JOIN notice o ON o.n = d.n AND o.rule_id = d.rule_id
       WHERE d.stage = 'planned' AND d.timing = 'at_once' AND d.n < ? ORDER BY d.n, d.delivery_id LIMIT ?`,
      size,
      limit,
    )
    .map(toPlan);

/** A message that may be brought. */
export interface MessageToBring {
  readonly deliveryId: string;
  readonly recipient: string;
}

/** Messages on record that may be brought at an instant, the oldest first. */
export const messagesToBring = (db: ReadDatabase, now: Instant, limit: number): readonly MessageToBring[] =>
  db
    .all<{ delivery_id: string; recipient: string }>(
      `SELECT delivery_id, recipient FROM notice_delivery WHERE stage = 'waiting' AND (retry_at IS NULL OR retry_at <= ?)
       ORDER BY n, delivery_id LIMIT ?`,
      now,
      limit,
    )
    .map(({ delivery_id: deliveryId, recipient }) => ({ deliveryId, recipient }));

/** Attempts that began before an instant and whose end nobody has told. */
export const attemptsOpenSince = (
  db: ReadDatabase,
  before: Instant,
): readonly { readonly deliveryId: string; readonly attempt: number }[] =>
  db
    .all<{ delivery_id: string; attempts: number }>(
      "SELECT delivery_id, attempts FROM notice_delivery WHERE stage = 'attempted' AND stage_at <= ? ORDER BY n, delivery_id LIMIT 500",
      before,
    )
    .map(({ delivery_id: deliveryId, attempts: attempt }) => ({ deliveryId, attempt }));

/** When the next message may be tried again; null when none waits for that. */
export const nextRetry = (db: ReadDatabase): Instant | null =>
  db.get<{ at: Instant | null }>("SELECT min(retry_at) AS at FROM notice_delivery WHERE stage = 'waiting'")?.at ?? null;

/** A message as it is to be put into words. */
export interface NoticeToTell {
  readonly deliveryId: string;
  readonly channel: string;
  readonly recipient: string;
  readonly language: 'en' | 'fr';
  readonly rule: { readonly ruleId: string; readonly version: number };
  readonly ledgerIndex: number;
  readonly facts: NoticeFacts;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly template: { readonly templateId: string; readonly version: number; readonly wording: NoticeTemplate };
  /** What a digest gathers; none for others. */
  readonly items: readonly NoticeToTell[];
}

interface NoticeRow {
  readonly delivery_id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly language: 'en' | 'fr';
  readonly rule_id: string;
  readonly rule_version: number;
  readonly template_id: string;
  readonly n: number;
  readonly facts: string;
  readonly type: string;
  readonly occurred_at: Instant;
}

const empty: NoticeTemplate = { subject: { en: '', fr: '' }, body: { en: '', fr: '' } };

/** A wording in force: on record, or as it ships. */
export const wordingOf = (db: ReadDatabase, templateId: string): NoticeToTell['template'] => {
  const sql = 'SELECT version, template FROM notice_template WHERE template_id = ?';
  const row = db.get<{ version: number; template: string }>(sql, templateId);
  if (row !== undefined) return { templateId, version: row.version, wording: JSON.parse(row.template) as NoticeTemplate };
  return { templateId, version: 1, wording: shippedTemplates[templateId] ?? empty };
};

const select = `
  SELECT d.delivery_id, d.channel, d.recipient, d.language, d.rule_id, o.rule_version, o.template_id, d.n, o.facts, o.type, o.occurred_at
  FROM notice_delivery d JOIN notice o ON o.n = d.n AND o.rule_id = d.rule_id`;

const toNotice = (db: ReadDatabase, row: NoticeRow): NoticeToTell => {
  const { delivery_id: deliveryId, channel, recipient, language, n: ledgerIndex, type, occurred_at: occurredAt } = row;
  const rule = { ruleId: row.rule_id, version: row.rule_version };
  const facts = JSON.parse(row.facts) as NoticeFacts;
  const gathered = db.all<NoticeRow>(`${select} WHERE d.digest_id = ? ORDER BY d.n, d.delivery_id`, deliveryId);
  const items = gathered.map((one) => toNotice(db, one));
  const template = wordingOf(db, row.template_id);
  return { deliveryId, channel, recipient, language, rule, ledgerIndex, facts, type, occurredAt, template, items };
};

/** What a message tells, as the read models know it; null when they do not know it (yet). */
export const noticeToTell = (db: ReadDatabase, deliveryId: string): NoticeToTell | null => {
  const row = db.get<NoticeRow>(`${select} WHERE d.delivery_id = ?`, deliveryId);
  return row === undefined ? null : toNotice(db, row);
};

interface DigestRow extends PlannedRow {
  readonly stage_at: Instant;
}

/** Messages of one person that wait for the digest of a day. */
export interface Gathered {
  /** When the first of them was planned. */
  readonly since: Instant;
  readonly digest: PlannedDelivery;
}

const toGathered = (rows: readonly DigestRow[]): readonly Gathered[] => {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return [];
  const digestOf = rows.map(({ delivery_id }) => delivery_id);
  const deliveryId = uuidV5(['digest', first.recipient, first.channel, first.delivery_id].join('\n'));
  const held = rows.some(({ review }) => review === 1);
  return [{ since: first.stage_at, digest: { ...toPlan(last), deliveryId, rule: { ruleId: 'digest', version: 1 }, held, digestOf } }];
};

/** What waits for the digest of a day, by person. @param size  ledger size that is sealed */
export const digestsToPlan = (db: ReadDatabase, size: number): readonly Gathered[] => {
  const rows = db.all<DigestRow>(
    `SELECT d.delivery_id, d.channel, d.recipient, d.language, d.review, d.rule_id, o.rule_version, o.stream, o.revision, d.n, d.stage_at
     FROM notice_delivery d JOIN notice o ON o.n = d.n AND o.rule_id = d.rule_id
     WHERE d.stage = 'planned' AND d.timing = 'digest' AND d.n < ? ORDER BY d.recipient, d.channel, d.n, d.delivery_id LIMIT 5000`,
    size,
  );
  return [...Map.groupBy(rows, ({ recipient, channel }) => `${recipient}\n${channel}`).values()].flatMap(toGathered);
};

/** Hours in which somebody does not want mail; null when there are none. */
export const quietHoursOf = (db: ReadDatabase, accreditationId: string): QuietHours | null => {
  const sql = 'SELECT quiet_hours FROM notice_mailbox WHERE accreditation_id = ?';
  const hours = db.get<{ quiet_hours: string | null }>(sql, accreditationId)?.quiet_hours ?? null;
  return hours === null ? null : (JSON.parse(hours) as QuietHours);
};
