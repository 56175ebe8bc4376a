export type * from './rule.values.ts';
export type * from './rule.events.ts';
export { isTriggeredBy, mayReach, memberRoles, membersNamedIn, reachOf } from './reach.ts';
export { ruleDecider, type RuleState } from './rule.decide.ts';
export { shippedRules } from './shipped.ts';
