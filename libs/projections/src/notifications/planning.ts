import {
  isTriggeredBy,
  reachOf,
  type NamedRule,
  type NoticeChannel,
  type NoticePreference,
  type NoticeRule,
  type NoticeTrigger,
} from '../../../domain/src/index.ts';
import { uuidV5 } from '../../../event-store/src/index.ts';
import type { Envelope } from '../projection.port.ts';
import type { ReadDatabase, ReadModelTransaction } from '../storage/read-database.ts';
import type { MessageStage, WouldBeTold } from './notices.views.ts';
import { holdersWithin, type NoticeHolder } from './holders.ts';
import { rulesOn } from './rules-in-force.ts';
import { subjectKeyOf, subjectOf, type NoticeSubject } from './subjects.ts';

/** What happened, where, and when: enough to tell who would be told. */
export interface NoticeOccasion extends NoticeTrigger {
  readonly stream: string;
  readonly occurredAt: string;
}

/** What is filled into a wording; what the event does not have is null. */
export interface NoticeFacts {
  readonly reference: string | null;
  readonly title: { readonly en: string; readonly fr: string };
  /** RFC 3339. */
  readonly due: string | null;
  readonly version: number | null;
  readonly outcome: string | null;
  /** Name of the object's stream. */
  readonly object: string;
}

/** Who is told of something by a rule: the one answer for looking ahead and for telling. */
const toldBy = (db: ReadDatabase, { rule }: NamedRule, occasion: NoticeOccasion): readonly NoticeHolder[] => {
  if (!isTriggeredBy(rule, occasion)) return [];
  const owners = subjectOf(db, subjectKeyOf(occasion))?.owners ?? [];
  return holdersWithin(db, reachOf(rule.to, occasion, owners), occasion.occurredAt);
};

const at = (data: object, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined),
    data,
  );

const firstText = (...values: readonly unknown[]): string | null => values.find((value) => typeof value === 'string') ?? null;

const factsOf = ({ data, stream }: NoticeOccasion, subject: NoticeSubject | null): NoticeFacts => {
  const version = at(data, 'version');
  return {
    reference: subject?.reference ?? null,
    title: subject?.title ?? { en: '', fr: '' },
    due: firstText(at(data, 'dueAt'), at(data, 'commentsUntil', 'instant'), at(data, 'deadline', 'instant')) ?? subject?.due ?? null,
    version: typeof version === 'number' ? version : null,
    outcome: firstText(at(data, 'outcome'), at(data, 'disposition')),
    object: stream,
  };
};

/** Effect id: the same message of the same event to the same recipient is always the same (DESIGN §7). */
const deliveryIdOf = (n: number, { ruleId, version }: NamedRule, stream: string, revision: number, recipient: string, channel: string) =>
  uuidV5(['notice', String(n), ruleId, String(version), `${stream}@${revision}`, recipient, channel].join('\n'));

const isOpen = (tx: ReadDatabase, channel: NoticeChannel): boolean =>
  tx.get<{ found: number }>('SELECT 1 AS found FROM notice_channel WHERE channel = ?', channel) !== undefined;

/** How somebody wants to be told by mail; at once unless he said otherwise. */
const wishOf = (tx: ReadDatabase, accreditationId: string): NoticePreference['mail'] =>
  tx.get<{ mail: NoticePreference['mail'] }>('SELECT mail FROM notice_mailbox WHERE accreditation_id = ?', accreditationId)?.mail ??
  'at_once';

/** The inbox shows at once; another channel brings it when it is open, and otherwise never by itself. */
const stageOf = (tx: ReadDatabase, channel: NoticeChannel, wish: NoticePreference['mail']): MessageStage => {
  if (channel === 'inbox') return 'shown';
  if (wish === 'none') return 'not_wanted';
  return isOpen(tx, channel) ? 'planned' : 'no_channel';
};

/** By which channels somebody is told by a rule, and how each message stands at first. */
const waysOf = (db: ReadDatabase, { channels, timing }: NoticeRule, accreditationId: string): WouldBeTold['ways'] => {
  const wish = wishOf(db, accreditationId);
  return channels.map((channel) => ({
    channel,
    stage: stageOf(db, channel, wish),
    timing: channel !== 'inbox' && wish === 'digest' ? 'digest' : timing,
  }));
};

/** Who would be told of something, and by which ways: by the same steps by which it is told (row E10). */
export const wouldBeTold = (db: ReadDatabase, rule: NoticeRule, occasion: NoticeOccasion): readonly WouldBeTold[] =>
  toldBy(db, { ruleId: '', version: 0, rule }, occasion).map((holder) => ({ ...holder, ways: waysOf(db, rule, holder.accreditationId) }));

interface Planned {
  readonly named: NamedRule;
  readonly event: NoticeOccasion & Envelope;
  readonly n: number;
}

const planFor = (tx: ReadModelTransaction, { named, event, n }: Planned, holder: NoticeHolder): void => {
  const { accreditationId, member, language } = holder;
  for (const { channel, stage, timing } of waysOf(tx, named.rule, accreditationId)) {
    const id = deliveryIdOf(n, named, event.stream, event.revision, accreditationId, channel);
    const held = named.rule.review && channel !== 'inbox' ? 1 : 0;
    const sql = 'INSERT INTO notice_delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, NULL, NULL)';
    tx.run(sql, id, n, named.ruleId, accreditationId, member, channel, language, timing, held, stage, event.occurredAt);
  }
};

/** Plans who is told of an event by which rule, channel by channel. @param n  its place in the ledger */
export const planNotices = (tx: ReadModelTransaction, event: NoticeOccasion & Envelope, n: number): void => {
  for (const named of rulesOn(tx, event.type)) {
    const told = toldBy(tx, named, event);
    if (told.length === 0) continue;
    const { stream, revision, type, occurredAt, audience } = event;
    const facts = JSON.stringify(factsOf(event, subjectOf(tx, subjectKeyOf(event))));
    const { ruleId, version, rule } = named;
    const sql = 'INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    tx.run(sql, n, ruleId, version, rule.templateId, type, stream, revision, occurredAt, audience, facts);
    for (const holder of told) planFor(tx, { named, event, n }, holder);
  }
};
