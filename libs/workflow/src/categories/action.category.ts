import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

const secretariatOnly = [...memberRoles, ...neverReleases];

/** What no definition can change about an action: it is done when its evidence lies there. */
export const actionCategory: GovernedCategory = {
  name: 'action',
  milestones: { opened: ['none', 'evidenced'], evidenced: ['opened'], done: ['evidenced'], dropped: ['opened', 'evidenced'] },
  commands: {
    OpenAction: ['ActionOpened'],
    StartAction: ['ActionStarted'],
    FileActionEvidence: ['ActionEvidenceFiled'],
    CompleteAction: ['ActionCompleted'],
    CarryActionForward: ['ActionCarriedForward'],
    DropAction: ['ActionDropped'],
  },
  reaches: {
    ActionOpened: 'opened',
    ActionEvidenceFiled: 'evidenced',
    ActionCompleted: 'done',
    ActionCarriedForward: 'opened',
    ActionDropped: 'dropped',
  },
  fourEyes: [],
  never: { CompleteAction: secretariatOnly, DropAction: secretariatOnly },
};
