import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { at, noon } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const stage = (is: string, needed: string) => ({ code: 'topic.wrong_stage', stage: is, needed }) as const;
const judge = (actor = T.ben, reason = T.good) => ({ actor, now: noon, reason });

describe('a second look by the Chair', () => {
  const until = at('2015-02-25T17:00:00.000Z');
  const after = at('2015-02-25T17:00:00.001Z');
  const ask = (more: object = {}): TopicCommand => ({
    type: 'RequestTopicReview',
    data: { actor: T.kenyan, now: noon, text: { en: 'Please look again.' }, until, ...more },
  });
  const asked = (requestedAt = noon): TopicEvent => ({
    type: 'TopicReviewRequested',
    data: {
      topicId: 'c1',
      text: { en: 'Please look again.' },
      member: T.kenyan.member ?? ('' as never),
      requestedBy: T.kenyan.accreditationId,
      requestedAt,
    },
  });
  const ruling = { topicId: 'c1', reason: T.because, ruledBy: T.chair.accreditationId, ruledAt: noon };
  const grant = (actor = T.chair, reason = T.because): TopicCommand => ({ type: 'GrantTopicReview', data: judge(actor, reason) });
  const granted: TopicEvent = { type: 'TopicReviewGranted', data: ruling };
  const refuse = (actor = T.chair, reason = T.because): TopicCommand => ({ type: 'RefuseTopicReview', data: judge(actor, reason) });
  const refused: TopicEvent = { type: 'TopicReviewRefused', data: ruling };
  const told = [...T.waiting, T.declined, T.released('declined')];

  tells('is asked for', told, ask(), [asked()]);
  tells('is asked for once', [...told, asked()], ask(), 'nothing');
  tells('is asked for in time at the last instant', told, ask({ now: until }), [asked(until)]);
  tells('is asked for too late one millisecond after', told, ask({ now: after }), { code: 'review.too_late', until, now: after });
  tells('is not asked for of what was accepted', T.acceptedAndTold, ask(), { code: 'review.nothing_declined' });
  tells('is not asked for before the decision was told, and does not tell it', [...T.waiting, T.declined], ask(), {
    code: 'review.nothing_declined',
  });
  tells('is asked for by a Member that stands behind the topic', told, ask({ actor: T.ugandan }), { code: 'topic.not_found' });
  tells('is asked for by a Member', told, ask({ actor: T.ada }), { code: 'topic.not_found' });
  tells('is asked for in words', told, ask({ text: {} }), { code: 'text.no_language', field: 'text' });
  tells('is not asked for of what was withdrawn', [...told, T.withdrawn], ask(), stage('withdrawn', 'released'));
  tells('is not asked for again after the ruling', [...told, asked(), refused], ask(), { code: 'review.already_ruled' });
  tells('is granted', [...told, asked()], grant(), [granted]);
  tells('is granted once', [...told, asked(), granted], grant(), 'nothing');
  tells('that nobody asked for is not granted', told, grant(), { code: 'review.not_requested' });
  tells('is not granted for another reason again', [...told, asked(), granted], grant(T.chair, T.good), { code: 'review.already_ruled' });
  tells('is not ruled on by the Member itself', [...told, asked()], grant(T.kenyan), { code: 'topic.sponsor_cannot_judge', member: 'KE' });
  tells('is ruled on with a text', [...told, asked()], refuse(T.chair, T.silent), { code: 'reason.text_missing' });
  tells('is refused', [...told, asked()], refuse(), [refused]);
  tells('is refused once', [...told, asked(), refused], refuse(), 'nothing');
  tells(
    'granted opens the topic',
    [...told, asked(), granted],
    { type: 'RecommendTopic', data: { actor: T.ada, recommendation: 'accept', reason: T.good } },
    [T.recommended],
  );
  tells(
    'refused leaves the decision',
    [...told, asked(), refused],
    { type: 'RecommendTopic', data: { actor: T.ada, recommendation: 'accept', reason: T.good } },
    stage('released', 'acknowledged'),
  );
  tells(
    'may be asked for of the next decision',
    [
      ...told,
      asked(),
      granted,
      T.recommended,
      T.declined,
      { ...T.released('declined'), data: { ...T.released('declined').data, releaseId: 'r2' } } as TopicEvent,
    ],
    ask(),
    [asked()],
  );
});
