import { accept, missingLanguages, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import { mayReach, repeatedIn } from './reach.ts';
import type { RuleCommand, RuleEvent, RuleRejection } from './rule.events.ts';
import type { NoticeRule } from './rule.values.ts';
import { shippedRules } from './shipped.ts';

/** A rule that ships holds until it is published anew or retired. */
export interface RuleState {
  /** 0: nothing is on record. */
  readonly version: number;
  readonly rule: NoticeRule | null;
}

type RuleDecision = Decision<RuleEvent, RuleRejection>;
type Data<T extends RuleCommand['type']> = Extract<RuleCommand, { type: T }>['data'];

/** The rule as it holds; one that ships is version 1. */
const inForce = (ruleId: string, state: RuleState): RuleState => {
  if (state.version > 0) return state;
  const shipped = shippedRules.find((rule) => rule.ruleId === ruleId);
  return shipped === undefined ? state : { version: shipped.version, rule: shipped.rule };
};

const checkRule = ({ rule, audience, templateExists, reaches }: Data<'PublishRule'>): RuleRejection | null => {
  if (audience === null) return { code: 'rule.event_unknown', type: rule.on };
  if (!templateExists) return { code: 'rule.template_unknown', templateId: rule.templateId };
  const empty = rule.when.find(({ oneOf }) => oneOf.length === 0);
  if (empty !== undefined) return { code: 'rule.condition_empty', field: empty.field };
  const values = repeatedIn(rule);
  if (values.length > 0) return { code: 'rule.value_repeated', values };
  if (!mayReach(rule.to, audience)) return { code: 'rule.tells_more_than_may_be_known', type: rule.on, audience };
  return reaches === 0 || rule.channels.length === 0 ? { code: 'rule.reaches_nobody', type: rule.on } : null;
};

const checkNote = (note: Data<'RetireRule'>['changeNote']): RuleRejection | null => {
  const missing = missingLanguages(note);
  return missing.length === 0 ? null : { code: 'rule.note_missing_language', missing };
};

const publish = (wish: Data<'PublishRule'>, state: RuleState): RuleDecision => {
  const { ruleId, rule, changeNote, publishedBy, now: publishedAt } = wish;
  const before = inForce(ruleId, state);
  if (same(before.rule, rule)) return accept();
  const wrong = checkRule(wish) ?? checkNote(changeNote);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'RulePublished', data: { ruleId, version: before.version + 1, rule, changeNote, publishedBy, publishedAt } });
};

const retire = ({ ruleId, changeNote, retiredBy, now: retiredAt }: Data<'RetireRule'>, state: RuleState): RuleDecision => {
  const before = inForce(ruleId, state);
  if (before.version === 0) return reject({ code: 'rule.not_found', ruleId });
  if (before.rule === null) return accept();
  const wrong = checkNote(changeNote);
  if (wrong !== null) return reject(wrong);
  return accept({ type: 'RuleRetired', data: { ruleId, version: before.version + 1, changeNote, retiredBy, retiredAt } });
};

/** Who is told of what: versioned, one stream per rule. */
export const ruleDecider: Decider<RuleState, RuleCommand, RuleEvent, RuleRejection> = {
  category: 'rule',
  initialState: { version: 0, rule: null },
  evolve: (_state, { type, data }) => ({ version: data.version, rule: type === 'RulePublished' ? data.rule : null }),
  decide: ({ type, data }, state) => (type === 'PublishRule' ? publish(data, state) : retire(data, state)),
};
