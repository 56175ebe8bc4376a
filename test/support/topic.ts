import type { CodedReason, ContributionRelease, TopicEvent } from '../../libs/domain/src/index.ts';
import { at, deadline, member, noon, release, who } from './domain.ts';

/** Two officers, the Chair, the delegates of Kenya, Uganda and Ghana. */
export const [ada, ben, chair] = [who('ada'), who('ben'), who('chair')];
export const [kenyan, ugandan, ghanaian] = [who('kim', 'KE'), who('uma', 'UG'), who('gil', 'GH')];

export const later = at('2015-02-11T09:00:00.000Z');
export const good: CodedReason = { code: 'merit', text: { en: 'Good.' } };
export const bad: CodedReason = { code: 'out_of_scope', text: { en: 'Outside.' } };
export const silent: CodedReason = { code: 'out_of_scope', text: { en: ' ' } };
export const because: CodedReason = { code: 'same_question', text: { fr: 'Même question.' } };

export const submitted: TopicEvent = { type: 'TopicSubmitted', data: release() };
export const submittedLate: TopicEvent = { type: 'TopicSubmitted', data: { ...release(), late: true } };
export const receivedLate = (receivedAt = noon): TopicEvent => ({
  type: 'TopicReceivedLate',
  data: { topicId: 'c1', closedAt: deadline, receivedAt },
});
export const acknowledged: TopicEvent = { type: 'TopicAcknowledged', data: { topicId: 'c1', acknowledgedAt: noon } };
export const classified: TopicEvent = { type: 'TopicClassified', data: { topicId: 'c1', primaryTheme: 'DISPUTES', secondaryThemes: [] } };
export const recommended: TopicEvent = {
  type: 'TopicRecommended',
  data: { topicId: 'c1', recommendation: 'accept', reason: good, recommendedBy: ada.accreditationId },
};
export const accepted: TopicEvent = {
  type: 'TopicAccepted',
  data: { topicId: 'c1', reason: good, decidedBy: ben.accreditationId, decidedAt: noon },
};
export const declined: TopicEvent = {
  type: 'TopicDeclined',
  data: { topicId: 'c1', reason: bad, decidedBy: ben.accreditationId, decidedAt: noon },
};
export const deferred: TopicEvent = {
  type: 'TopicDeferred',
  data: { topicId: 'c1', reason: bad, decidedBy: ben.accreditationId, decidedAt: noon, toSession: 'PTC-209-210' },
};
export const released = (outcome: 'accepted' | 'declined' | 'deferred'): TopicEvent => ({
  type: 'TopicDecisionReleased',
  data: {
    topicId: 'c1',
    releaseId: 'r1',
    outcome,
    decidedAt: noon,
    releasedAt: later,
    ...(outcome === 'deferred' ? { toSession: 'PTC-209-210' } : {}),
  },
});
export const withdrawn: TopicEvent = {
  type: 'TopicWithdrawn',
  data: { topicId: 'c1', reason: bad, withdrawnBy: kenyan.accreditationId, withdrawnAt: noon },
};
const line = { topicId: 'c1', agendaId: 'A', itemId: 'i1' };
export const scheduled: TopicEvent = { type: 'TopicScheduled', data: { ...line, scheduledAt: noon } };
export const published: TopicEvent = { type: 'TopicPublished', data: { ...line, version: 1, publishedAt: noon } };
export const discussed: TopicEvent = { type: 'TopicDiscussed', data: { ...line, discussedAt: noon } };
export const closed: TopicEvent = { type: 'TopicClosed', data: { topicId: 'c1', closedAt: noon } };
export const joined: TopicEvent = {
  type: 'TopicSponsorJoined',
  data: { topicId: 'c1', member: member('UG'), joinedBy: ugandan.accreditationId, joinedAt: noon, afterPublication: false },
};

export const underTriage: readonly TopicEvent[] = [submitted, acknowledged, classified];
export const waiting: readonly TopicEvent[] = [...underTriage, recommended];
export const acceptedAndTold: readonly TopicEvent[] = [...waiting, accepted, released('accepted')];
export const onAgenda: readonly TopicEvent[] = [...acceptedAndTold, scheduled];
export const inPublic: readonly TopicEvent[] = [...onAgenda, published];

/** Other content than that of the release. */
export const otherContent: ContributionRelease['content'] = { ...release().content, text: 'Another text.', primaryTheme: 'ORIGIN' };
