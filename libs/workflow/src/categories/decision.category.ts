import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

/** What no definition can change about a decision of the body. */
export const decisionCategory: GovernedCategory = {
  name: 'decision',
  milestones: { adopted: ['none'] },
  commands: { RecordPriorDecision: ['PriorDecisionRecorded'] },
  reaches: { PriorDecisionRecorded: 'adopted' },
  fourEyes: [],
  never: { RecordPriorDecision: [...memberRoles, ...neverReleases] },
};
