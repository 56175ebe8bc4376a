import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

/** What no definition can change about a window for input. */
export const callCategory: GovernedCategory = {
  name: 'call',
  milestones: { scheduled: ['none'], open: ['scheduled'] },
  commands: { ScheduleCall: ['CallScheduled'], OpenCall: ['CallOpened'] },
  reaches: { CallScheduled: 'scheduled', CallOpened: 'open' },
  fourEyes: [],
  never: { OpenCall: [...memberRoles, ...neverReleases] },
};
