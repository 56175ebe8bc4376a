import { describe, expect, it } from '@jest/globals';
import { at, deadline, editsDeadline, facts, member, release } from '../../../../test/support/domain.ts';
import { checkRelease, checkThemes, isLate } from './index.ts';

const check = (more: Parameters<typeof facts>[0] = {}, changed: Parameters<typeof release>[0] = {}) =>
  checkRelease(release(changed), facts(more), 'topic');

describe('a release', () => {
  it('in order meets nothing', () => {
    expect(check()).toBeNull();
  });
  it('at the deadline itself is in time', () => {
    expect(check({ now: deadline })).toBeNull();
  });
  const late = at('2015-03-31T21:59:00.001Z');
  const call = facts().call ?? { open: false, guidanceIds: [], closesForNew: deadline, closesForEdits: editsDeadline };
  it('one millisecond after the deadline is kept as late', () => {
    expect(check({ now: late })).toBeNull();
    expect([isLate(facts({ now: deadline })), isLate(facts({ now: late })), isLate(facts({ now: late, call: null }))]).toStrictEqual([
      false,
      true,
      false,
    ]);
  });
  it('after the deadline is refused where the call takes nothing late', () => {
    expect(check({ now: late, call: { ...call, lateInput: 'refused' } })).toStrictEqual({
      code: 'call.closed_for_new',
      closedAt: deadline,
      now: late,
    });
    expect(check({ now: deadline, call: { ...call, lateInput: 'refused' } })).toBeNull();
  });
  it('is kept up to the close of changes and refused one millisecond later', () => {
    const now = at('2015-04-16T16:00:00.001Z');
    expect(check({ now: editsDeadline })).toBeNull();
    expect(check({ now })).toStrictEqual({ code: 'call.closed_for_edits', closedAt: editsDeadline, now });
  });
  it('by a drafter is refused before anything else', () => {
    expect(check({ actorRole: 'drafter', memberAccededOn: null })).toStrictEqual({ code: 'draft.drafter_cannot_release' });
  });
  it('for a state that is no Member is refused', () => {
    expect(check({ memberAccededOn: null }, { member: member('XX') })).toStrictEqual({ code: 'member.unknown', member: 'XX' });
  });
  it('on the day of accession is in order, the day before is not', () => {
    expect(check({ memberAccededOn: '2015-02-10' })).toBeNull();
    expect(check({ memberAccededOn: '2015-02-11' })).toStrictEqual({
      code: 'member.not_yet_joined',
      member: 'KE',
      accededOn: '2015-02-11',
    });
  });
  it('to a request that is not open is refused', () => {
    expect(check({ guidanceExpects: null })).toStrictEqual({ code: 'guidance.not_open', guidance: 'PC0410.GR-2' });
  });
  it('of another kind than the request asks for is refused', () => {
    expect(check({ guidanceExpects: 'practice' })).toStrictEqual({
      code: 'guidance.expects_other_contribution',
      guidance: 'PC0410.GR-2',
      expects: 'practice',
    });
  });
  it.each([null, { open: false, guidanceIds: [], closesForNew: deadline, closesForEdits: editsDeadline }])(
    'to a call that is not open is refused',
    (call) => {
      expect(check({ call })).toStrictEqual({ code: 'call.not_open', call: 'call-1' });
    },
  );
  it('to a call that asks for something else is refused', () => {
    expect(check({ call: { ...call, guidanceIds: ['PC0410.GR-1'] } })).toStrictEqual({
      code: 'call.does_not_cover_request',
      call: 'call-1',
      guidance: 'PC0410.GR-2',
    });
  });
});

describe('themes', () => {
  const { themes } = facts();
  it('are known', () => {
    expect(checkThemes({ primaryTheme: 'TEA', secondaryThemes: ['ORIGIN', 'CAKE'] }, themes)).toStrictEqual({
      code: 'theme.unknown',
      themes: ['TEA', 'CAKE'],
    });
  });
  it('begin with a priority; the cross-cutting tag goes second (BR-07)', () => {
    expect(checkThemes({ primaryTheme: 'INTERCONNECTIVITY', secondaryThemes: [] }, themes)).toStrictEqual({
      code: 'theme.primary_must_be_priority',
      theme: 'INTERCONNECTIVITY',
    });
    expect(checkThemes({ primaryTheme: 'ORIGIN', secondaryThemes: ['INTERCONNECTIVITY'] }, themes)).toBeNull();
  });
  it('are named once', () => {
    expect(checkThemes({ primaryTheme: 'ORIGIN', secondaryThemes: ['ORIGIN'] }, themes)).toStrictEqual({
      code: 'theme.repeated',
      themes: ['ORIGIN'],
    });
  });
});
