import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

/** What no definition can change about a national practice note. */
export const practiceCategory: GovernedCategory = {
  name: 'practice',
  milestones: { submitted: ['none'], acknowledged: ['submitted'], decided: ['acknowledged'] },
  commands: {
    SubmitPractice: ['PracticeSubmitted'],
    AcknowledgePractice: ['PracticeAcknowledged'],
    ClassifyPractice: ['PracticeClassified'],
    AcceptPractice: ['PracticeAccepted'],
    DeclinePractice: ['PracticeDeclined'],
  },
  reaches: {
    PracticeSubmitted: 'submitted',
    PracticeAcknowledged: 'acknowledged',
    PracticeAccepted: 'decided',
    PracticeDeclined: 'decided',
  },
  fourEyes: [
    ['ClassifyPractice', 'AcceptPractice'],
    ['ClassifyPractice', 'DeclinePractice'],
  ],
  never: {
    SubmitPractice: neverReleases,
    AcceptPractice: [...memberRoles, ...neverReleases],
    DeclinePractice: [...memberRoles, ...neverReleases],
  },
};
