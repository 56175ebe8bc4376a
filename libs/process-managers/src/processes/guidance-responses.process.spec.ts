import { it } from '@jest/globals';
import { follows, seen } from '../../../../test/support/process-spec.ts';
import { guidanceContinuation, guidanceResponses } from './guidance-responses.process.ts';

it('what comes in time is linked to the request it answers', () => {
  follows(guidanceResponses, [seen('TopicSubmitted', { contributionId: 't' })], 'linkGuidanceResponse t');
  follows(guidanceResponses, [seen('PracticeSubmitted', { contributionId: 'p' })], 'linkGuidanceResponse p');
});

it('what came late is linked when it is admitted', () => {
  follows(guidanceResponses, [seen('TopicSubmitted', { contributionId: 't', late: true })]);
  follows(guidanceResponses, [seen('PracticeSubmitted', { contributionId: 'p', late: true })]);
  follows(guidanceResponses, [seen('TopicLateAdmitted', { topicId: 't' })], 'linkGuidanceResponse t');
  follows(guidanceResponses, [seen('PracticeLateAdmitted', { practiceId: 'p' })], 'linkGuidanceResponse p');
});

it('nothing else is', () => {
  follows(guidanceResponses, [seen('TopicAcknowledged', { topicId: 't' })]);
});

it('a request that was carried over is continued', () => {
  follows(guidanceContinuation, [seen('GuidanceCarriedOver', { guidanceId: 'g' })], 'issueGuidanceSuccessor g');
});
