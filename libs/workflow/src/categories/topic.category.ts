import { memberRoles, neverReleases, type GovernedCategory } from '../governed-category.ts';

/** What no definition can change about a topic proposal. */
export const topicCategory: GovernedCategory = {
  name: 'topic',
  milestones: { submitted: ['none'], acknowledged: ['submitted'], recommended: ['acknowledged'], decided: ['recommended'] },
  commands: {
    SubmitTopic: ['TopicSubmitted'],
    AcknowledgeTopic: ['TopicAcknowledged'],
    ClassifyTopic: ['TopicClassified'],
    RecommendTopic: ['TopicRecommended'],
    AcceptTopic: ['TopicAccepted'],
    DeclineTopic: ['TopicDeclined'],
  },
  reaches: {
    TopicSubmitted: 'submitted',
    TopicAcknowledged: 'acknowledged',
    TopicRecommended: 'recommended',
    TopicAccepted: 'decided',
    TopicDeclined: 'decided',
  },
  fourEyes: [
    ['RecommendTopic', 'AcceptTopic'],
    ['RecommendTopic', 'DeclineTopic'],
  ],
  never: {
    SubmitTopic: neverReleases,
    RecommendTopic: [...memberRoles, ...neverReleases],
    AcceptTopic: [...memberRoles, ...neverReleases],
    DeclineTopic: [...memberRoles, ...neverReleases],
  },
};
