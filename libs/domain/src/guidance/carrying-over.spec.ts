import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { noon, on, who } from '../../../../test/support/domain.ts';
import * as g from '../../../../test/support/guidance.ts';
import { guidanceDecider, type GuidanceCommand, type GuidanceEvent, type GuidanceRejection } from './index.ts';

const given = specFor(guidanceDecider);
const { open, answered, summarised, toClose, officer, chair, autumn } = g;

const winter = { sessionId: 'PTC-211-212', start: on('2016-03-01'), opened: false };
const carry = (more: object = {}): GuidanceCommand => ({
  type: 'CarryOverGuidanceRequest',
  data: {
    from: autumn,
    toSessionId: winter.sessionId,
    to: winter,
    successorId: 'PC0410.GR-1.PTC-211-212',
    reason: g.settled,
    actor: officer,
    now: noon,
    ...more,
  },
});

describe('guidance request, carried over', () => {
  const concluded = [...summarised, g.concluded('carry_over')] as const;
  it('goes on at a later session, with what was not closed in part', () => {
    given(...concluded)
      .when(carry())
      .then(g.carriedOver);
    given(...concluded, g.carriedOver)
      .when(carry())
      .thenNothing();
    given(...answered, g.linked('p2'), g.drafted(), g.reported, g.partially, g.concluded('carry_over'))
      .when(carry())
      .then({ type: 'GuidanceCarriedOver', data: { ...g.carriedOver.data, openContributionIds: ['p2'] } } as GuidanceEvent);
    given(...open, g.concluded('carry_over'))
      .when(carry())
      .then({ type: 'GuidanceCarriedOver', data: { ...g.carriedOver.data, openContributionIds: [] } } as GuidanceEvent);
  });
  it.each<[string, object, GuidanceRejection]>([
    ['to no session', { to: null }, { code: 'guidance.session_unknown', session: 'PTC-211-212' }],
    ['to the same day', { to: { ...winter, start: autumn.start } }, { code: 'guidance.session_not_later', session: 'PTC-211-212' }],
    ['from no session', { from: null }, { code: 'guidance.session_not_later', session: 'PTC-211-212' }],
    ['by the Chair', { actor: chair }, { code: 'guidance.concluder_cannot_close' }],
    ['without words', { reason: g.wordless }, { code: 'reason.text_missing' }],
  ])('is not carried over %s', (_how, more, rejection) => {
    given(...concluded)
      .when(carry(more))
      .thenRejected(rejection);
  });
  it('is not carried over unless the Chair concluded so, nor when it is closed', () => {
    given(...summarised)
      .when(carry())
      .thenRejected({ code: 'guidance.not_concluded', needed: 'carry_over' });
    given(...toClose)
      .when(carry())
      .thenRejected({ code: 'guidance.not_concluded', needed: 'carry_over' });
    given(...toClose, g.closed)
      .when(carry())
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'closed', needed: 'consolidating' });
    given(...concluded, g.carriedOver)
      .when(carry({ toSessionId: 'PTC-213-214', actor: who('other') }))
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'carried_over', needed: 'consolidating' });
  });
});
