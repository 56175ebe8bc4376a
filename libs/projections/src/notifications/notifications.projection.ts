import type { AnyDomainEvent, DeliveryEvent, MailboxEvent, NoticeTemplate, PlannedDelivery } from '../../../domain/src/index.ts';
import type { Handler, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { keepHolder } from './holders.ts';
import { planNotices, type NoticeFacts } from './planning.ts';
import { keepRule } from './rules-in-force.ts';
import { keepSubject } from './subjects.ts';

type Tx = ReadModelTransaction;

const noFacts: NoticeFacts = { reference: null, title: { en: '', fr: '' }, due: null, version: null, outcome: null, object: '' };

/** A digest tells of several things: of none by its name. */
const digestFacts = JSON.stringify(noFacts);

type Became = { readonly stage: string; readonly code?: string | null; readonly retryAt?: string | null };

const become = (tx: Tx, deliveryId: string, at: string, { stage, code = null, retryAt = null }: Became): void => {
  const sql = 'UPDATE notice_delivery SET stage = ?, stage_at = ?, code = ?, retry_at = ? WHERE delivery_id = ?';
  tx.run(sql, stage, at, code, retryAt, deliveryId);
};

const ended = (tx: Tx, deliveryId: string, attempt: number, at: string, outcome: string, code: string | null): void => {
  const sql = 'UPDATE notice_attempt SET outcome = ?, code = ?, ended_at = ? WHERE delivery_id = ? AND attempt = ?';
  tx.run(sql, outcome, code, at, deliveryId, attempt);
};

/** Messages that go together are told by one; it has a row of its own. */
const keepDigest = (tx: Tx, { digestOf = [], ...planned }: PlannedDelivery & { readonly plannedAt: string }): void => {
  if (digestOf.length === 0) return;
  const { deliveryId, channel, recipient, language, held, plannedAt } = planned;
  const { stream, revision, ledgerIndex } = planned.trigger;
  const { ruleId, version } = planned.rule;
  const about = [ledgerIndex, ruleId, version, 'digest', 'DeliveryPlanned', stream, revision, plannedAt, 'internal', digestFacts] as const;
  tx.run('INSERT OR IGNORE INTO notice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...about);
  const member =
    tx.get<{ member: string | null }>('SELECT member FROM notice_holder WHERE accreditation_id = ?', recipient)?.member ?? null;
  const row = [deliveryId, ledgerIndex, ruleId, recipient, member, channel, language, held ? 1 : 0, plannedAt] as const;
  tx.run("INSERT INTO notice_delivery VALUES (?, ?, ?, ?, ?, ?, ?, 'at_once', ?, 'waiting', ?, 0, NULL, NULL, NULL)", ...row);
  const covered =
    "UPDATE notice_delivery SET stage = 'in_digest', stage_at = ?, digest_id = ? WHERE delivery_id IN (SELECT value FROM json_each(?))";
  tx.run(covered, plannedAt, deliveryId, JSON.stringify(digestOf));
};

/** What became of each message, from its own stream. */
const deliveryHandlers: { readonly [T in DeliveryEvent['type']]: Handler<T> } = {
  DeliveryPlanned: (tx, { data }) => {
    keepDigest(tx, data);
    const { deliveryId, held, plannedAt } = data;
    become(tx, deliveryId, plannedAt, { stage: held ? 'held' : 'waiting' });
  },
  DeliveryReleased: (tx, { data }) => {
    become(tx, data.deliveryId, data.releasedAt, { stage: 'waiting' });
  },
  DeliveryDiscarded: (tx, { data }) => {
    become(tx, data.deliveryId, data.discardedAt, { stage: 'discarded', code: data.reason.code });
  },
  DeliveryAttempted: (tx, { data: { deliveryId, attempt, template, attemptedAt } }) => {
    become(tx, deliveryId, attemptedAt, { stage: 'attempted' });
    tx.run('UPDATE notice_delivery SET attempts = ? WHERE delivery_id = ?', attempt, deliveryId);
    const sql = 'INSERT INTO notice_attempt VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL)';
    tx.run(sql, deliveryId, attempt, template.templateId, template.version, attemptedAt);
  },
  DeliveryAttemptLost: (tx, { data: { deliveryId, attempt, foundAt } }) => {
    become(tx, deliveryId, foundAt, { stage: 'waiting', code: 'lost' });
    ended(tx, deliveryId, attempt, foundAt, 'lost', null);
  },
  DeliveryAccepted: (tx, { data: { deliveryId, attempt, acceptedAt } }) => {
    become(tx, deliveryId, acceptedAt, { stage: 'accepted' });
    ended(tx, deliveryId, attempt, acceptedAt, 'accepted', null);
  },
  DeliveryFailed: (tx, { data: { deliveryId, attempt, code, retryAt, failedAt } }) => {
    become(tx, deliveryId, failedAt, { stage: retryAt === null ? 'failed' : 'waiting', code, retryAt });
    ended(tx, deliveryId, attempt, failedAt, 'failed', code);
  },
  DeliveryBounced: (tx, { data: { deliveryId, code, bouncedAt } }) => {
    become(tx, deliveryId, bouncedAt, { stage: 'bounced', code });
  },
  DeliveryResent: (tx, { data }) => {
    become(tx, data.deliveryId, data.resentAt, { stage: 'waiting' });
  },
};

const configured: Projection['handlers'] = {
  RulePublished: (tx, { data: { ruleId, version, rule } }) => {
    keepRule(tx, ruleId, version, rule);
  },
  RuleRetired: (tx, { data: { ruleId, version } }) => {
    keepRule(tx, ruleId, version, null);
  },
  TemplatePublished: (tx, { data: { templateId, version, template } }) => {
    tx.run(
      'INSERT OR REPLACE INTO notice_template VALUES (?, ?, ?)',
      templateId,
      version,
      JSON.stringify(template satisfies NoticeTemplate),
    );
  },
  ChannelOpened: (tx, { data: { channel, sender, openedAt } }) => {
    tx.run('INSERT OR REPLACE INTO notice_channel VALUES (?, ?, ?)', channel, sender, openedAt);
  },
  ChannelClosed: (tx, { data: { channel } }) => {
    tx.run('DELETE FROM notice_channel WHERE channel = ?', channel);
  },
};

const mailbox = (tx: Tx, accreditationId: string): void => {
  tx.run("INSERT OR IGNORE INTO notice_mailbox VALUES (?, 'at_once', NULL, 0)", accreditationId);
};

/** What somebody has read, and how he wants to be told. */
const mailboxHandlers: { readonly [T in MailboxEvent['type']]: Handler<T> } = {
  MailboxRead: (tx, { data: { accreditationId, upTo, deliveryIds } }) => {
    mailbox(tx, accreditationId);
    if (upTo !== null) tx.run('UPDATE notice_mailbox SET read_up_to = ? WHERE accreditation_id = ?', upTo, accreditationId);
    for (const id of deliveryIds) tx.run('INSERT OR IGNORE INTO notice_read VALUES (?, ?)', accreditationId, id);
  },
  MailboxPreferenceSet: (tx, { data: { accreditationId, preference } }) => {
    mailbox(tx, accreditationId);
    const { mail, quietHours } = preference;
    const hours = quietHours === null ? null : JSON.stringify(quietHours);
    tx.run('UPDATE notice_mailbox SET mail = ?, quiet_hours = ? WHERE accreditation_id = ?', mail, hours, accreditationId);
  },
};

/** What nobody is told of: that somebody was told, and how. A rule on it would feed itself. */
const untold = new Set<string>([
  ...Object.keys(deliveryHandlers),
  ...Object.keys(configured),
  ...Object.keys(mailboxHandlers),
] satisfies readonly string[] as readonly AnyDomainEvent['type'][]);

/** Who is told of what, in which wording, and what became of it: the outbox and the inboxes follow from the log (row E9). */
export const notificationsProjection: Projection = {
  name: 'notifications',
  version: 1,
  tables: [
    'notice_holder',
    'notice_subject',
    'notice_rule',
    'notice_template',
    'notice_channel',
    'notice',
    'notice_delivery',
    'notice_attempt',
    'notice_mailbox',
    'notice_read',
  ],
  ddl: `
    CREATE TABLE notice_holder (
      accreditation_id TEXT PRIMARY KEY, member TEXT, role TEXT NOT NULL, language TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT,
      status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notice_holder_of ON notice_holder (member);
    CREATE TABLE notice_subject (stream TEXT PRIMARY KEY, subject TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE notice_rule (rule_id TEXT PRIMARY KEY, version INTEGER NOT NULL, type TEXT, rule TEXT) STRICT, WITHOUT ROWID;
    CREATE INDEX notice_rule_on ON notice_rule (type);
    CREATE TABLE notice_template (template_id TEXT PRIMARY KEY, version INTEGER NOT NULL, template TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE notice_channel (channel TEXT PRIMARY KEY, sender TEXT NOT NULL, opened_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE notice (
      n INTEGER NOT NULL, rule_id TEXT NOT NULL, rule_version INTEGER NOT NULL, template_id TEXT NOT NULL, type TEXT NOT NULL,
      stream TEXT NOT NULL, revision INTEGER NOT NULL, occurred_at TEXT NOT NULL, audience TEXT NOT NULL, facts TEXT NOT NULL,
      PRIMARY KEY (n, rule_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE notice_delivery (
      delivery_id TEXT PRIMARY KEY, n INTEGER NOT NULL, rule_id TEXT NOT NULL, recipient TEXT NOT NULL, member TEXT, channel TEXT NOT NULL,
      language TEXT NOT NULL, timing TEXT NOT NULL, review INTEGER NOT NULL, stage TEXT NOT NULL, stage_at TEXT NOT NULL,
      attempts INTEGER NOT NULL, code TEXT, retry_at TEXT,
      digest_id TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notice_delivery_to ON notice_delivery (recipient, channel, n);
    CREATE INDEX notice_delivery_at ON notice_delivery (stage, n);
    CREATE INDEX notice_delivery_of ON notice_delivery (n);
    CREATE INDEX notice_delivery_in ON notice_delivery (digest_id) WHERE digest_id IS NOT NULL;
    CREATE TABLE notice_mailbox (
      accreditation_id TEXT PRIMARY KEY, mail TEXT NOT NULL, quiet_hours TEXT, read_up_to INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE notice_read (
      accreditation_id TEXT NOT NULL, delivery_id TEXT NOT NULL, PRIMARY KEY (accreditation_id, delivery_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE notice_attempt (
      delivery_id TEXT NOT NULL, attempt INTEGER NOT NULL, template_id TEXT NOT NULL, template_version INTEGER NOT NULL,
      attempted_at TEXT NOT NULL, outcome TEXT, code TEXT, ended_at TEXT, PRIMARY KEY (delivery_id, attempt)
    ) STRICT, WITHOUT ROWID;`,
  every: (tx, event) => {
    if (event.ledgerIndex === null || untold.has(event.type)) return;
    keepHolder(tx, event);
    keepSubject(tx, event);
    planNotices(tx, event, event.ledgerIndex);
  },
  handlers: { ...deliveryHandlers, ...configured, ...mailboxHandlers },
};
