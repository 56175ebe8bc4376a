import { shippedRules, type NamedRule, type NoticeRule } from '../../../domain/src/index.ts';
import type { RuleView } from './notices.views.ts';
import type { ReadDatabase, ReadModelTransaction } from '../storage/read-database.ts';

interface RuleRow {
  readonly rule_id: string;
  readonly version: number;
  readonly rule: string | null;
}

const toRule = ({ rule_id: ruleId, version, rule }: RuleRow): readonly NamedRule[] =>
  rule === null ? [] : [{ ruleId, version, rule: JSON.parse(rule) as NoticeRule }];

const shippedOn = new Map<string, readonly NamedRule[]>();
for (const named of shippedRules) shippedOn.set(named.rule.on, [...(shippedOn.get(named.rule.on) ?? []), named]);

const isOnRecord = (db: ReadDatabase, ruleId: string): boolean =>
  db.get<{ found: number }>('SELECT 1 AS found FROM notice_rule WHERE rule_id = ?', ruleId) !== undefined;

const byName = (a: NamedRule, b: NamedRule): number => (a.ruleId < b.ruleId ? -1 : 1);

/** Rules that wait for events of a type, by name: those on record, and of those that ship what is not on record otherwise. */
export const rulesOn = (db: ReadDatabase, type: string): readonly NamedRule[] => {
  const recorded = db.all<RuleRow>('SELECT rule_id, version, rule FROM notice_rule WHERE type = ?', type).flatMap(toRule);
  const shipped = (shippedOn.get(type) ?? []).filter(({ ruleId }) => !isOnRecord(db, ruleId));
  return [...recorded, ...shipped].sort(byName);
};

const rulesInForce = (db: ReadDatabase): readonly NamedRule[] => {
  const recorded = db.all<RuleRow>('SELECT rule_id, version, rule FROM notice_rule').flatMap(toRule);
  return [...recorded, ...shippedRules.filter(({ ruleId }) => !isOnRecord(db, ruleId))].sort(byName);
};

/** Every rule in force, with whether it is as it ships. */
export const ruleViews = (db: ReadDatabase): readonly RuleView[] =>
  rulesInForce(db).map((named) => ({ ...named, shipped: !isOnRecord(db, named.ruleId) }));

/** Keeps a rule as it was published, or that it was retired. */
export const keepRule = (tx: ReadModelTransaction, ruleId: string, version: number, rule: NoticeRule | null): void => {
  const text = rule === null ? null : JSON.stringify(rule);
  tx.run('INSERT OR REPLACE INTO notice_rule VALUES (?, ?, ?, ?)', ruleId, version, rule?.on ?? null, text);
};
