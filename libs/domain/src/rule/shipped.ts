import data from './shipped-rules.v1.json' with { type: 'json' };
import type { NamedRule, NoticeRule } from './rule.values.ts';

type Shipped = { readonly ruleId: string } & Pick<NoticeRule, 'on' | 'to'> & Partial<NoticeRule>;

// The file's own shape is held by the specs of this folder.
const rules = data.rules as readonly Shipped[];

/** Rules that hold until others are on record. A template that ships has the name of its rule. */
export const shippedRules: readonly NamedRule[] = rules.map(({ ruleId, ...rule }) => ({
  ruleId,
  version: 1,
  rule: { when: [], templateId: ruleId, channels: ['inbox', 'mail'], timing: 'at_once', review: false, ...rule },
}));
