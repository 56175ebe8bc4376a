import type { Instant } from '../../../domain/src/index.ts';
import { shippedTemplates, type NoticeTemplate } from '../../../domain/src/index.ts';
import { countUpTo, keyOf, mostCounted, pageFrom } from '../paging.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import type { Page } from '../views.ts';
import type { AttemptView, DeliveryView, MessageStage, TemplateView, ToldView } from './notices.views.ts';
import type { NoticeFacts } from './planning.ts';

export interface DeliveryRow {
  readonly delivery_id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly member: string | null;
  readonly language: 'en' | 'fr';
  readonly stage: MessageStage;
  readonly stage_at: Instant;
  readonly code: string | null;
  readonly retry_at: Instant | null;
  readonly rule_id: string;
  readonly rule_version: number;
  readonly type: string;
  readonly stream: string;
  readonly facts: string;
  readonly occurred_at: Instant;
  readonly n: number;
}

interface AttemptRow {
  readonly attempt: number;
  readonly template_id: string;
  readonly template_version: number;
  readonly attempted_at: Instant;
  readonly outcome: AttemptView['outcome'];
  readonly code: string | null;
  readonly ended_at: Instant | null;
}

/** Messages with what they tell of. */
export const fromMessages = `
  FROM notice_delivery d JOIN notice o ON o.n = d.n AND o.rule_id = d.rule_id`;

const columns = 'd.*, o.rule_version, o.type, o.stream, o.facts, o.occurred_at';

export const toTold = (row: Pick<DeliveryRow, 'type' | 'stream' | 'facts' | 'occurred_at' | 'n'>): ToldView => {
  const { reference, title, due } = JSON.parse(row.facts) as NoticeFacts;
  const dash = row.stream.indexOf('-');
  const [object, id] = [row.stream.slice(0, dash), row.stream.slice(dash + 1)];
  return { type: row.type, object, id, reference, title, due: due as Instant | null, occurredAt: row.occurred_at, ledgerIndex: row.n };
};

const toAttempt = ({ attempt, outcome, code, ...row }: AttemptRow): AttemptView => ({
  attempt,
  template: { templateId: row.template_id, version: row.template_version },
  attemptedAt: row.attempted_at,
  outcome,
  code,
  endedAt: row.ended_at,
});

const attemptsOf = (db: ReadDatabase, deliveryId: string): readonly AttemptView[] =>
  db.all<AttemptRow>('SELECT * FROM notice_attempt WHERE delivery_id = ? ORDER BY attempt', deliveryId).map(toAttempt);

const toView = (db: ReadDatabase, row: DeliveryRow): DeliveryView => {
  const { delivery_id: deliveryId, channel, recipient, member, language, stage, code } = row;
  const rule = { ruleId: row.rule_id, version: row.rule_version };
  const standing = { stage, since: row.stage_at, code, retryAt: row.retry_at };
  return { deliveryId, channel, recipient, member, language, ...standing, rule, told: toTold(row), attempts: attemptsOf(db, deliveryId) };
};

/** Which messages are asked for: all that are given hold. */
export interface DeliveryFilter {
  readonly stage?: string;
  readonly channel?: string;
  readonly recipient?: string;
  readonly member?: string;
  /** Ledger index of what they tell of. */
  readonly ledgerIndex?: number;
}

const conditions = ({
  stage,
  channel,
  recipient,
  member,
  ledgerIndex,
}: DeliveryFilter): readonly (readonly [string, Cell | undefined])[] => [
  ['d.stage = ?', stage],
  ['d.channel = ?', channel],
  ['d.recipient = ?', recipient],
  ['d.member = ?', member],
  ['d.n = ?', ledgerIndex],
];

/** One message, or null. */
export const delivery = (db: ReadDatabase, deliveryId: string): DeliveryView | null => {
  const row = db.get<DeliveryRow>(`SELECT ${columns} ${fromMessages} WHERE d.delivery_id = ?`, deliveryId);
  return row === undefined ? null : toView(db, row);
};

/** Who was told what, the newest first. */
export const deliveries = (
  db: ReadDatabase,
  { filter, cursor, limit }: { readonly filter: DeliveryFilter; readonly cursor: string | null; readonly limit: number },
): Page<DeliveryView> | { readonly code: 'paging.bad_cursor' } => {
  const after = cursor === null ? ['9007199254740991', ''] : keyOf(cursor, 2);
  const [n, id] = after ?? [];
  if (n === undefined || id === undefined || !/^\d{1,16}$/.test(n)) return { code: 'paging.bad_cursor' };
  const asked = conditions(filter).filter(([, value]) => value !== undefined);
  const where = asked.map(([condition]) => ` AND ${condition}`).join('');
  const cells = asked.map(([, value]) => value ?? null);
  const rows = db.all<DeliveryRow>(
    `SELECT ${columns} ${fromMessages} WHERE (d.n < ? OR (d.n = ? AND d.delivery_id > ?))${where} ORDER BY d.n DESC, d.delivery_id LIMIT ?`,
    Number(n),
    Number(n),
    id,
    ...cells,
    limit + 1,
  );
  const total = countUpTo(mostCounted, db, `SELECT 1 FROM notice_delivery d WHERE 1 = 1${where}`, cells);
  return pageFrom(
    rows,
    limit,
    total,
    (row) => toView(db, row),
    ({ told, deliveryId }) => [String(told.ledgerIndex), deliveryId],
  );
};

/** Every wording in force, by name. */
export const templatesInForce = (db: ReadDatabase): readonly TemplateView[] => {
  const recorded = db
    .all<{ template_id: string; version: number; template: string }>('SELECT * FROM notice_template')
    .map(({ template_id: templateId, version, template }) => ({
      templateId,
      version,
      shipped: false,
      template: JSON.parse(template) as NoticeTemplate,
    }));
  const names = new Set(recorded.map(({ templateId }) => templateId));
  const shipped = Object.entries(shippedTemplates)
    .filter(([templateId]) => !names.has(templateId))
    .map(([templateId, template]) => ({ templateId, version: 1, shipped: true, template }));
  return [...recorded, ...shipped].sort((a, b) => (a.templateId < b.templateId ? -1 : 1));
};

/** Whether mail goes out, and in whose name. */
export const mailSender = (db: ReadDatabase): { readonly sender: string; readonly since: Instant } | null =>
  db.get<{ sender: string; since: Instant }>("SELECT sender, opened_at AS since FROM notice_channel WHERE channel = 'mail'") ?? null;
