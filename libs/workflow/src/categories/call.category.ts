import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

const secretariatOnly = [...memberRoles, ...neverReleases];

/** What no definition can change about a window for input. */
export const callCategory: GovernedCategory = {
  name: 'call',
  milestones: {
    scheduled: ['none'],
    open: ['scheduled'],
    closed_for_new: ['open'],
    closed_for_edits: ['open', 'closed_for_new'],
    closed: ['closed_for_edits'],
  },
  commands: {
    ScheduleCall: ['CallScheduled'],
    OpenCall: ['CallOpened'],
    ExtendCall: ['CallExtended'],
    CloseCallForNew: ['CallClosedForNew'],
    // Who notices the second deadline first notices the first one too.
    CloseCallForEdits: ['CallClosedForEdits'],
    CloseCall: ['CallClosed'],
  },
  reaches: {
    CallScheduled: 'scheduled',
    CallOpened: 'open',
    CallClosedForNew: 'closed_for_new',
    CallClosedForEdits: 'closed_for_edits',
    CallClosed: 'closed',
  },
  fourEyes: [],
  never: { OpenCall: secretariatOnly, ExtendCall: secretariatOnly },
};
