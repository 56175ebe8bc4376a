import { describe } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import { noon } from '../../../../test/support/domain.ts';
import * as T from '../../../../test/support/topic.ts';
import { topicDecider, type TopicCommand, type TopicEvent } from './index.ts';

const tells = tellsOf(topicDecider);
const stage = (is: string, needed: string) => ({ code: 'topic.wrong_stage', stage: is, needed }) as const;

describe('what follows from the agenda', () => {
  const place = { agendaId: 'A', itemId: 'i1', now: noon };
  const elsewhere = { agendaId: 'A', itemId: 'i2', now: noon };
  const schedule = (data = place): TopicCommand => ({ type: 'ScheduleTopic', data: { ...data, stands: true } });
  const unschedule = (data = place): TopicCommand => ({ type: 'UnscheduleTopic', data });
  const publish = (data = place): TopicCommand => ({ type: 'PublishTopic', data: { ...data, version: 1 } });
  const discuss: TopicCommand = { type: 'RecordTopicDiscussed', data: place };
  const close: TopicCommand = { type: 'CloseTopic', data: { now: noon } };
  const unscheduled: TopicEvent = { type: 'TopicUnscheduled', data: { topicId: 'c1', agendaId: 'A', itemId: 'i1', unscheduledAt: noon } };
  const forInformation = {
    ...T.submitted,
    data: { ...T.submitted.data, content: { ...T.otherContent, purpose: 'for_information' } },
  } as TopicEvent;

  tells('puts a topic on it', T.acceptedAndTold, schedule(), [T.scheduled]);
  tells('puts it there once', T.onAgenda, schedule(), 'nothing');
  tells(
    'that lost its item takes nothing',
    T.acceptedAndTold,
    { type: 'ScheduleTopic', data: { ...place, stands: false } },
    { code: 'topic.not_on_agenda', agenda: 'A' },
  );
  tells('puts it nowhere else', T.onAgenda, schedule(elsewhere), stage('scheduled', 'released'));
  tells('waits until its Member was told', [...T.waiting, T.accepted], schedule(), stage('decided', 'released'));
  tells('takes nothing that was not accepted', [...T.waiting, T.declined, T.released('declined')], schedule(), {
    code: 'topic.not_accepted',
  });
  tells('takes nothing that is not decided', T.waiting, schedule(), { code: 'topic.not_accepted' });
  tells('takes nothing that was withdrawn', [...T.acceptedAndTold, T.withdrawn], schedule(), { code: 'topic.not_accepted' });
  tells('takes nothing that is for information', [forInformation, ...T.acceptedAndTold.slice(1)], schedule(), {
    code: 'topic.for_information_only',
  });
  tells('takes a topic off again', T.onAgenda, unschedule(), [unscheduled]);
  tells('takes it off once', [...T.onAgenda, unscheduled], unschedule(), 'nothing');
  tells('takes off nothing that stands elsewhere', T.onAgenda, unschedule(elsewhere), stage('scheduled', 'scheduled'));
  tells('takes off nothing that is published', T.inPublic, unschedule(), stage('published', 'scheduled'));
  tells('takes off nothing before it stood there', [...T.waiting, T.accepted], unschedule(), stage('decided', 'scheduled'));
  tells('publishes', T.onAgenda, publish(), [T.published]);
  tells('publishes once', T.inPublic, publish(), 'nothing');
  tells('publishes nothing that stands elsewhere', T.onAgenda, publish(elsewhere), stage('scheduled', 'scheduled'));
  tells('publishes nothing that does not stand there', T.acceptedAndTold, publish(), stage('released', 'scheduled'));
  tells('records the discussion', T.inPublic, discuss, [T.discussed]);
  tells('records it once', [...T.inPublic, T.discussed], discuss, 'nothing');
  tells('records no discussion before publication', T.onAgenda, discuss, stage('scheduled', 'published'));
  tells('closes what was discussed', [...T.inPublic, T.discussed], close, [T.closed]);
  tells('closes once', [...T.inPublic, T.discussed, T.closed], close, 'nothing');
  tells('closes what was declined and told', [...T.waiting, T.declined, T.released('declined')], close, [T.closed]);
  tells('does not close what waits for its discussion', T.inPublic, close, stage('published', 'discussed'));
  tells('does not close what was accepted', T.acceptedAndTold, close, stage('released', 'discussed'));
  tells(
    'does not close what was withdrawn',
    [...T.waiting, T.declined, T.released('declined'), T.withdrawn],
    close,
    stage('withdrawn', 'discussed'),
  );
});
