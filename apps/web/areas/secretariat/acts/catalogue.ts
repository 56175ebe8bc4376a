import type { Act } from './act.ts';
import { mergeActs, practicePairActs } from './merge.acts.ts';
import { practiceDecisionActs, practiceIntakeActs } from './practice.acts.ts';
import { releaseActs } from './release.acts.ts';
import { topicDecisionActs, topicIntakeActs, topicLaterActs } from './topic.acts.ts';

/** Everything that can be done on pages of the Secretariat. */
export const allActs: readonly Act[] = [
  ...topicIntakeActs,
  ...topicDecisionActs,
  ...topicLaterActs,
  ...practiceIntakeActs,
  ...practiceDecisionActs,
  ...mergeActs,
  ...practicePairActs,
  ...releaseActs,
];

/** The act that gives a command; undefined when no page does. */
export const actOf = (command: string): Act | undefined => allActs.find((act) => act.command === command);
