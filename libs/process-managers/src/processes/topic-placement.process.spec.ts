import { describe, it } from '@jest/globals';
import { follows, seen } from '../../../../test/support/process-spec.ts';
import { topicPlacement } from './topic-placement.process.ts';

const added = seen('AgendaItemAdded', { agendaId: 'a', itemId: 'i', topicId: 't' });
const content = { headings: [{ items: [{ itemId: 'i', topicId: 't' }, { itemId: 'p' }] }, { items: [{ itemId: 'j', topicId: 'u' }] }] };
const published = (version: number, agendaId = 'a') => seen('AgendaVersionPublished', { agendaId, version, content });
const of = { topicId: 't' };
const [released, scheduled, reconsidered] = [seen('TopicDecisionReleased', of), seen('TopicScheduled', of), seen('TopicReconsidered', of)];

describe('a topic on an agenda', () => {
  it('is scheduled when it stands there and its decision was told, whichever came first', () => {
    follows(topicPlacement, [added]);
    follows(topicPlacement, [added, released], 'scheduleTopic t a i');
    follows(topicPlacement, [released]);
    follows(topicPlacement, [released, added], 'scheduleTopic t a i');
    follows(topicPlacement, [released, reconsidered, added]);
  });

  it('is published by the first version that shows it, even when it is scheduled later', () => {
    follows(topicPlacement, [released, added, scheduled]);
    follows(topicPlacement, [released, added, scheduled, published(1)], 'publishTopic t a i 1');
    follows(topicPlacement, [released, added, published(1)], 'scheduleTopic t a i');
    follows(topicPlacement, [added, published(1), published(2), released, scheduled], 'publishTopic t a i 1');
    follows(topicPlacement, [released, added, scheduled, published(1), seen('TopicPublished', of), published(2)]);
    follows(topicPlacement, [released, added, scheduled, published(1, 'another')]);
  });

  it('may leave it and come back', () => {
    const back = { ...added, data: { ...added.data, itemId: 'k' } };
    const left = [released, added, scheduled, seen('TopicUnscheduled', of)];
    follows(topicPlacement, left);
    follows(topicPlacement, [...left, published(1)]);
    follows(topicPlacement, [...left, back], 'scheduleTopic t a k');
  });
});
