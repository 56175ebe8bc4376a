import type { AnyDomainEvent, DeliveryEvent, NoticeTemplate } from '../../../domain/src/index.ts';
import type { Handler, Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { keepHolder } from './holders.ts';
import { planNotices } from './planning.ts';
import { keepRule } from './rules-in-force.ts';
import { keepSubject } from './subjects.ts';

type Tx = ReadModelTransaction;

type Became = { readonly stage: string; readonly code?: string | null; readonly retryAt?: string | null };

const become = (tx: Tx, deliveryId: string, at: string, { stage, code = null, retryAt = null }: Became): void => {
  const sql = 'UPDATE notice_delivery SET stage = ?, stage_at = ?, code = ?, retry_at = ? WHERE delivery_id = ?';
  tx.run(sql, stage, at, code, retryAt, deliveryId);
};

const ended = (tx: Tx, deliveryId: string, attempt: number, at: string, outcome: string, code: string | null): void => {
  const sql = 'UPDATE notice_attempt SET outcome = ?, code = ?, ended_at = ? WHERE delivery_id = ? AND attempt = ?';
  tx.run(sql, outcome, code, at, deliveryId, attempt);
};

/** What became of each message, from its own stream. */
const deliveryHandlers: { readonly [T in DeliveryEvent['type']]: Handler<T> } = {
  DeliveryPlanned: (tx, { data: { deliveryId, held, plannedAt } }) => {
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

/** What nobody is told of: that somebody was told, and how. A rule on it would feed itself. */
const untold = new Set<string>([
  ...Object.keys(deliveryHandlers),
  ...Object.keys(configured),
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
      attempts INTEGER NOT NULL, code TEXT, retry_at TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notice_delivery_to ON notice_delivery (recipient, channel, n);
    CREATE INDEX notice_delivery_at ON notice_delivery (stage, n);
    CREATE INDEX notice_delivery_of ON notice_delivery (n);
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
  handlers: { ...deliveryHandlers, ...configured },
};
