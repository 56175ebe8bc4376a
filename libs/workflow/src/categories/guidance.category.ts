import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

/** What no definition can change about a guidance request. */
export const guidanceCategory: GovernedCategory = {
  name: 'guidance',
  milestones: { issued: ['none'], open: ['issued'] },
  commands: { IssueGuidanceRequest: ['GuidanceRequestIssued'], OpenGuidanceRequest: ['GuidanceRequestOpened'] },
  reaches: { GuidanceRequestIssued: 'issued', GuidanceRequestOpened: 'open' },
  fourEyes: [],
  never: { IssueGuidanceRequest: [...memberRoles, ...neverReleases] },
};
