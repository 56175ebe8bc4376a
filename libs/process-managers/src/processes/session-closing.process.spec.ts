import { describe, it } from '@jest/globals';
import { follows, seen } from '../../../../test/support/process-spec.ts';
import { deferralCarryOver, sessionClosing } from './session-closing.process.ts';

describe('a session', () => {
  const [begun, closed] = [seen('SessionClosingBegun', { sessionId: 's', agendaId: 'a' }), seen('AgendaClosed', { agendaId: 'a' })];

  it('closes when its closing was begun and its agenda is closed, whichever came first', () => {
    follows(sessionClosing, [begun]);
    follows(sessionClosing, [closed]);
    follows(sessionClosing, [begun, closed], 'closeSession s a');
    follows(sessionClosing, [closed, begun], 'closeSession s a');
    follows(sessionClosing, [begun, seen('AgendaClosed', { agendaId: 'another' })]);
  });
});

describe('what was deferred to a session', () => {
  const deferred = (topicId: string, toSession = 's') => seen('TopicDeferred', { topicId, toSession });
  const [convened, opened] = [seen('SessionConvened', { sessionId: 's' }), seen('SessionOpened', { sessionId: 's' })];

  it('is taken up when it is convened, and once more when it opens', () => {
    follows(deferralCarryOver, [deferred('t'), deferred('u'), deferred('v', 'later')]);
    follows(
      deferralCarryOver,
      [deferred('t'), deferred('u'), deferred('v', 'later'), convened],
      'carryTopicOver t s',
      'carryTopicOver u s',
    );
    const taken = seen('TopicCarriedOver', { topicId: 't', sessionId: 's' });
    follows(deferralCarryOver, [deferred('t'), deferred('u'), convened, taken, opened], 'carryTopicOver u s');
  });

  it('is taken up once, however often it was deferred', () => {
    follows(deferralCarryOver, [deferred('t'), deferred('u'), deferred('t'), opened], 'carryTopicOver u s', 'carryTopicOver t s');
  });
});
