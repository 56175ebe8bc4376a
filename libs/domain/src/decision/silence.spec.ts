import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { at, deadline, member, noon, until } from '../../../../test/support/domain.ts';
import * as d from '../../../../test/support/decision.ts';
import { decisionDecider, type DecisionCommand, type DecisionEvent, type DecisionRejection } from './index.ts';

const given = specFor(decisionDecider);
const { underSilence } = d;
const bySilence = (now = d.later): DecisionCommand => ({ type: 'AdoptDecisionBySilence', data: { now } });

describe('silence procedure', () => {
  it('begins when the words go to the Members of the day, by their hash, with a deadline', () => {
    given(d.drafted()).when(d.circulate()).then(d.circulated, d.silence);
    given(...underSilence)
      .when(d.circulate())
      .thenNothing();
  });
  it.each<[string, Parameters<typeof d.circulate>[0], DecisionRejection]>([
    ['by the drafter', { actor: d.drafter }, { code: 'decision.drafter_cannot_adopt' }],
    [
      'with a deadline elsewhere',
      { deadline: { ...until(deadline), zone: 'Asia/Tokyo' } },
      { code: 'decision.deadline_not_in_brussels', zone: 'Asia/Tokyo' },
    ],
    ['with a deadline that is now', { now: deadline }, { code: 'decision.deadline_in_past', deadline, now: deadline }],
    ['to nobody', { addressees: [] }, { code: 'decision.no_addressee' }],
  ])('does not begin %s', (_how, more, rejection) => {
    given(d.drafted()).when(d.circulate(more)).thenRejected(rejection);
  });
  it('does not begin twice', () => {
    given(...underSilence)
      .when(d.circulate({ deadline: until('2015-04-30T21:59:00.000Z') }))
      .thenRejected({ code: 'decision.wrong_stage', stage: 'silence_running', needed: 'drafted' });
  });

  it('is broken by one objection, at the last instant too', () => {
    given(...underSilence)
      .when(d.object())
      .then(d.objection(), d.broken);
    given(...underSilence)
      .when(d.object({ now: deadline }))
      .then(
        { type: 'DecisionObjectionRaised', data: { ...d.objection().data, raisedAt: deadline } } as DecisionEvent,
        { type: 'DecisionSilenceBroken', data: { ...d.broken.data, brokenAt: deadline } } as DecisionEvent,
      );
  });
  it('takes an objection once, and those of others after it', () => {
    given(...underSilence, d.objection(), d.broken)
      .when(d.object())
      .thenNothing();
    given(...underSilence, d.objection(), d.broken)
      .when(d.object({ member: member('UG') }))
      .then(d.objection('UG'));
  });
  it.each<[string, Parameters<typeof d.object>[0], DecisionRejection]>([
    ['one millisecond late', { now: d.later }, { code: 'decision.silence_over', deadline, now: d.later }],
    ['of a Member that was not asked', { member: member('JP') }, { code: 'decision.not_addressee', member: 'JP' }],
    ['without words', { text: ' ' }, { code: 'text.no_language' }],
  ])('takes no objection %s', (_how, more, rejection) => {
    given(...underSilence)
      .when(d.object(more))
      .thenRejected(rejection);
  });
  it('takes no objection where no silence runs', () => {
    given(d.drafted()).when(d.object()).thenRejected({ code: 'decision.wrong_stage', stage: 'drafted', needed: 'silence_running' });
    given(...underSilence, d.objection(), d.broken, d.redrafted)
      .when(d.object({ text: 'Again.' }))
      .thenRejected({ code: 'decision.wrong_stage', stage: 'drafted', needed: 'silence_running' });
  });

  it('adopts one millisecond after its deadline, with a record of the words, once', () => {
    given(...underSilence)
      .when(bySilence())
      .then(d.adoptedBySilence);
    given(...underSilence, d.adoptedBySilence)
      .when(bySilence())
      .thenNothing();
  });
  it('does not adopt at the deadline, nor after an objection, nor a draft', () => {
    given(...underSilence)
      .when(bySilence(deadline))
      .thenRejected({ code: 'decision.silence_running', deadline, now: deadline });
    given(...underSilence, d.objection(), d.broken)
      .when(bySilence())
      .thenRejected({ code: 'decision.wrong_stage', stage: 'silence_broken', needed: 'silence_running' });
    given(d.drafted()).when(bySilence()).thenRejected({ code: 'decision.wrong_stage', stage: 'drafted', needed: 'silence_running' });
  });
  it('begins anew with new words, in a new round', () => {
    const before = [...underSilence, d.objection(), d.broken, d.redrafted] as const;
    const until2 = until('2015-05-29T16:00:00.000Z');
    const circulated: DecisionEvent = {
      type: 'DecisionCirculated',
      data: { ...d.circulated.data, round: 2, textHash: 'hash of agreed: Better.' },
    } as DecisionEvent;
    given(...before)
      .when(d.circulate({ deadline: until2, now: noon }))
      .then(circulated, { type: 'DecisionSilenceStarted', data: { ...d.silence.data, round: 2, deadline: until2 } } as DecisionEvent);
    given(...before, circulated, {
      type: 'DecisionSilenceStarted',
      data: { ...d.silence.data, round: 2, deadline: until2 },
    } as DecisionEvent)
      .when(d.object({ now: at('2015-05-01T10:00:00.000Z') }))
      .then(
        {
          type: 'DecisionObjectionRaised',
          data: { ...d.objection().data, round: 2, raisedAt: at('2015-05-01T10:00:00.000Z') },
        } as DecisionEvent,
        { type: 'DecisionSilenceBroken', data: { ...d.broken.data, round: 2, brokenAt: at('2015-05-01T10:00:00.000Z') } } as DecisionEvent,
      );
  });
});
